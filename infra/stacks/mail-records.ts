import { CfnOutput, Duration, Stack } from 'aws-cdk-lib';
import { type IPublicHostedZone, TxtRecord } from 'aws-cdk-lib/aws-route53';
import type { EmailIdentity } from 'aws-cdk-lib/aws-ses';
import type { Construct } from 'constructs';
import { type Stage, senderDomain } from '../settings.ts';

/** A record of the DNS, and what its construct or output is called. A `TXT` value is without quotation marks. */
type DnsRecord = {
  readonly id: string;
  readonly name: string;
  readonly type: 'CNAME' | 'MX' | 'TXT';
  readonly value: string;
};

/** How long others remember a record: short enough for a policy to be taken back in a morning. */
const TTL = Duration.hours(1);

const SPF = 'v=spf1 include:amazonses.com ~all';

/**
 * What a domain says of all mail that is from it, where the stage says that it may.
 *
 * SPF is looked up for the envelope sender, which has a record of its own: DMARC is met without one of the domain.
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
 * What another domain must say before receivers send it reports of this one, in its own DNS, which no stack of
 * ours writes (RFC 7489, section 7.1). Domains of which one is above the other belong together.
 */
export function recordsOfReports({ address, dmarc }: Stage['sender']): DnsRecord[] {
  const domain = senderDomain(address);
  const to = dmarc?.reportsTo === undefined ? domain : senderDomain(dmarc.reportsTo);
  const within = (one: string, other: string) => `.${one}`.endsWith(`.${other}`);
  if (within(domain, to) || within(to, domain)) return [];
  const name = `${domain}._report._dmarc.${to}`;
  return [{ id: 'DmarcReports', name, type: 'TXT', value: 'v=DMARC1' }];
}

/** What shows that the domain lets SES send in its name: its keys, and where the envelope sender's bounces go. */
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
 * Adds records to a zone. CloudFormation creates them and never replaces one that is there: the deployment then
 * fails, names the record and changes nothing.
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

/** Prints the records that somebody has to add, where the stack cannot: one output each. */
export function printRecords(scope: Construct, records: readonly DnsRecord[]): void {
  for (const { id, name, type, value } of records)
    new CfnOutput(scope, `DnsRecord${id}`, {
      value: `${name} ${type} ${type === 'TXT' ? `"${value}"` : value}`,
    });
}
