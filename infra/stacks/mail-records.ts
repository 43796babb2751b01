import { CfnOutput, Duration, Stack } from 'aws-cdk-lib';
import { type IPublicHostedZone, TxtRecord } from 'aws-cdk-lib/aws-route53';
import type { EmailIdentity } from 'aws-cdk-lib/aws-ses';
import type { Construct } from 'constructs';
import { type Stage, senderDomain } from '../settings.ts';

/** A DNS record, and the name of its construct or output. A `TXT` value has no quotation marks. */
type DnsRecord = {
  readonly id: string;
  readonly name: string;
  readonly type: 'CNAME' | 'MX' | 'TXT';
  readonly value: string;
};

/** How long resolvers cache a record: short enough to change a policy within a morning. */
const TTL = Duration.hours(1);

const SPF = 'v=spf1 include:amazonses.com ~all';

/**
 * The records in which a domain states its policy for mail, if the stage sets one.
 *
 * Receivers look up SPF for the envelope sender, which has its own record. So DMARC passes without an SPF record of the
 * domain.
 * https://docs.aws.amazon.com/ses/latest/dg/send-email-authentication-dmarc.html
 */
export function recordsOfDomain({ address, dmarc, onlySes }: Stage['sender']): DnsRecord[] {
  const domain = senderDomain(address);
  const records: DnsRecord[] = [];
  if (onlySes) records.push({ id: 'Spf', name: domain, type: 'TXT', value: SPF });
  if (dmarc === undefined) return records;
  const { policy, reportsTo } = dmarc;
  const reports = reportsTo === undefined ? [] : [`rua=mailto:${reportsTo}`];
  return [
    ...records,
    {
      id: 'Dmarc',
      name: `_dmarc.${domain}`,
      type: 'TXT',
      value: ['v=DMARC1', `p=${policy}`, ...reports].join('; '),
    },
  ];
}

/**
 * The record with which another domain accepts DMARC reports about this one (RFC 7489, section 7.1). It is in the DNS
 * of that domain, which our stacks cannot write. It is not needed if one of the two domains is above the other.
 */
export function recordsOfReports({ address, dmarc }: Stage['sender']): DnsRecord[] {
  const domain = senderDomain(address);
  const to = dmarc?.reportsTo === undefined ? domain : senderDomain(dmarc.reportsTo);
  const within = (one: string, other: string) => `.${one}`.endsWith(`.${other}`);
  if (within(domain, to) || within(to, domain)) return [];
  const name = `${domain}._report._dmarc.${to}`;
  return [{ id: 'DmarcReports', name, type: 'TXT', value: 'v=DMARC1' }];
}

/** The records that let SES send for the domain: its DKIM keys, and where bounces to the envelope sender go. */
export function recordsOfIdentity(
  identity: EmailIdentity,
  { mailFromDomain }: Stage['sender'],
): DnsRecord[] {
  const keys = identity.dkimRecords.map(
    ({ name, value }, at): DnsRecord => ({ id: `Dkim${at + 1}`, name, type: 'CNAME', value }),
  );
  if (!mailFromDomain) return keys;
  const { region } = Stack.of(identity);
  return [
    ...keys,
    {
      id: 'MailFromMx',
      name: mailFromDomain,
      type: 'MX',
      value: `10 feedback-smtp.${region}.amazonses.com`,
    },
    { id: 'MailFromSpf', name: mailFromDomain, type: 'TXT', value: SPF },
  ];
}

/**
 * Adds records to a zone. CloudFormation creates records and never replaces an existing one: the deployment then fails,
 * names the record and changes nothing.
 */
export function addRecords(
  scope: Construct,
  zone: IPublicHostedZone,
  records: readonly DnsRecord[],
): void {
  for (const { id, name, value } of records)
    new TxtRecord(scope, `Record${id}`, {
      zone,
      recordName: name,
      values: [value],
      ttl: TTL,
      comment: 'Plenary',
    });
}

/** Prints the records that a person has to add, one output each, if the stack cannot add them. */
export function printRecords(scope: Construct, records: readonly DnsRecord[]): void {
  for (const { id, name, type, value } of records)
    new CfnOutput(scope, `DnsRecord${id}`, {
      value: `${name} ${type} ${type === 'TXT' ? `"${value}"` : value}`,
    });
}
