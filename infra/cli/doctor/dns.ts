import type { Resolver } from 'node:dns/promises';
import { type Stage, senderDomain } from '../../settings.ts';
import { type Finding, fail, ok, warn } from './finding.ts';

/** What answers DNS queries. */
export type Dns = Pick<Resolver, 'resolveTxt' | 'resolveMx'>;

/**
 * Checks the DNS records of the sender, as receivers of its mail see them.
 * @throws an error of a DNS query.
 */
export async function dnsFindings(
  dns: Dns,
  sender: Stage['sender'],
  region: string,
): Promise<Finding[]> {
  const domain = senderDomain(sender.address);
  const findings = [await dmarc(dns, domain, sender)];
  if (sender.identity === 'address') return findings;
  const own = await spfOf(dns, domain);
  if (own.length > 1)
    findings.push(
      fail(
        `${domain} has ${own.length} SPF records: receivers take none of them`,
        'join them into one',
      ),
    );
  if (sender.mailFromDomain) findings.push(...(await envelope(dns, sender.mailFromDomain, region)));
  return findings;
}

/** The envelope sender needs both: SPF lets SES send, and the MX record says where bounces go. */
async function envelope(dns: Dns, name: string, region: string): Promise<Finding[]> {
  const records = await spfOf(dns, name);
  const [spf] = records;
  const value = '"v=spf1 include:amazonses.com ~all"';
  const spfFinding =
    records.length === 1 && /\sinclude:amazonses\.com(\s|$)/.test(spf ?? '')
      ? ok(`SPF of ${name} lets SES send`)
      : fail(
          `SPF of ${name} ${records.length > 1 ? 'is there more than once' : 'does not let SES send'}`,
          `let the only TXT record of it that begins with v=spf1 be ${value}`,
        );
  const target = `feedback-smtp.${region}.amazonses.com`;
  const exchanges = await unlessNone(dns.resolveMx(name));
  const found = exchanges.map(({ exchange }) => exchange.toLowerCase().replace(/\.$/, ''));
  return [
    spfFinding,
    found.length === 1 && found[0] === target
      ? ok(`Bounces to ${name} go to SES`)
      : fail(
          `Bounces to ${name} do not go to SES alone`,
          `let its only MX record be "10 ${target}"`,
        ),
  ];
}

async function dmarc(dns: Dns, domain: string, sender: Stage['sender']): Promise<Finding> {
  const found = await dmarcOf(dns, domain);
  if (found === undefined)
    return sender.identity === 'address'
      ? ok(`${domain} has no DMARC policy that stops mail from an address`)
      : warn(
          `No DMARC record is there for ${domain}: large mail providers want one`,
          'set sender.dmarc in cdk.json and deploy, which makes the record or prints it',
        );
  const { at, records } = found;
  const [record = ''] = records;
  if (records.length > 1)
    return fail(`${at} has ${records.length} DMARC records: receivers take none`, 'leave one');
  const policy = policyOf(record, at === `_dmarc.${domain}`);
  if (sender.identity === 'address' && policy !== 'none')
    return fail(
      `DMARC at ${at} says "${policy}", and mail of an address is not signed for the domain: it does not arrive`,
      'verify the domain ("identity": "domain" in cdk.json), or send from a domain of your own',
    );
  const wanted = sender.dmarc?.policy;
  return wanted !== undefined && wanted !== policy
    ? warn(
        `DMARC at ${at} says "${policy}", and the stage "${wanted}"`,
        'deploy the stage, or change the record where its DNS is kept',
      )
    : ok(`DMARC at ${at} says "${policy}"`);
}

/**
 * The DMARC records of a domain: its own, or those of the nearest domain above it. Receivers ask for no more (RFC 7489,
 * section 6.6.3).
 */
async function dmarcOf(dns: Dns, domain: string) {
  const labels = domain.split('.');
  for (let from = 0; from <= Math.max(0, labels.length - 2); from++) {
    const at = `_dmarc.${labels.slice(from).join('.')}`;
    const records = (await textsOf(dns, at)).filter((text) => /^v\s*=\s*DMARC1\s*(;|$)/.test(text));
    if (records.length > 0) return { at, records };
  }
  return undefined;
}

/** The policy in a record. A domain above states it in `sp` first, and otherwise in `p`. */
function policyOf(record: string, own: boolean): string {
  const tags = new Map(
    record.split(';').map((tag) => {
      const [name = '', value = ''] = tag.split('=');
      return [name.trim().toLowerCase(), value.trim().toLowerCase()] as const;
    }),
  );
  return (own ? undefined : tags.get('sp')) ?? tags.get('p') ?? 'none';
}

const spfOf = async (dns: Dns, name: string) =>
  (await textsOf(dns, name)).filter((text) => /^v=spf1(\s|$)/i.test(text));

/** The TXT records of a name, each joined from its strings. */
const textsOf = async (dns: Dns, name: string) =>
  (await unlessNone(dns.resolveTxt(name))).map((strings) => strings.join(''));

/** A name or record that does not exist is an answer. */
async function unlessNone<T>(answer: Promise<T[]>): Promise<T[]> {
  try {
    return await answer;
  } catch (error) {
    const { code } = error as { code?: unknown };
    if (code === 'ENOTFOUND' || code === 'ENODATA') return [];
    throw error;
  }
}
