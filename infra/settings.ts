import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import * as z from 'zod';

/** What a stage sets wrongly: one line for each value, with its path in cdk.json. */
export class SettingsError extends Error {}

const sender = z
  .strictObject({
    /** The address that mail comes from. */
    address: z.email(),
    /** The name that it goes by in a reader's inbox. */
    name: z.string().min(1),
    /**
     * What SES verifies: the whole domain of the address, signed with DKIM, which needs records in the DNS;
     * or this one address, which needs a click in a message, and is for trying out.
     */
    identity: z.enum(['domain', 'address']),
    /** A subdomain for the envelope sender, so that SPF is aligned with the domain. Needs a `domain` identity. */
    mailFromDomain: z.hostname().optional(),
    /** The Route 53 zone of the domain, where it is in this account: DKIM and MAIL FROM records go into it. */
    hostedZoneId: z
      .string()
      .regex(/^Z[A-Z0-9]+$/, 'Expected the id of a Route 53 hosted zone')
      .optional(),
    /**
     * The DMARC record of the domain. Left out, the domain keeps what it has, its own record or that of the domain
     * above it: a new record on a subdomain takes the place of the policy that it inherits.
     */
    dmarc: z
      .strictObject({
        /** What receivers do with mail that pretends to be from the domain: `none` changes nothing, and is reported. */
        policy: z.enum(['none', 'quarantine', 'reject']).default('none'),
        /** Who is sent the daily reports of receivers (`rua`). */
        reportsTo: z.email().optional(),
      })
      .optional(),
    /**
     * Whether SES is the only one that sends mail from the domain, so that an SPF record may say so. A domain
     * with other mail has a record already, and may have but one.
     */
    onlySes: z.boolean().default(false),
    /**
     * Whether the account is in the SES sandbox. SES then also wants permission for the identity that each
     * message goes to, which is not known beforehand.
     */
    sandbox: z.boolean(),
  })
  .superRefine(({ identity, address, mailFromDomain, hostedZoneId, dmarc, onlySes }, context) => {
    const wrong = (field: string, message: string) =>
      context.addIssue({ code: 'custom', path: [field], message });
    if (identity === 'address') {
      if (mailFromDomain) wrong('mailFromDomain', 'Needs "identity": "domain"');
      if (hostedZoneId) wrong('hostedZoneId', 'Needs "identity": "domain"');
      if (dmarc) wrong('dmarc', 'Needs "identity": "domain"');
      if (onlySes) wrong('onlySes', 'Needs "identity": "domain"');
      return;
    }
    // An address that is none is named already.
    if (!z.email().safeParse(address).success) return;
    const domain = senderDomain(address);
    if (mailFromDomain && !mailFromDomain.endsWith(`.${domain}`)) {
      wrong('mailFromDomain', `Expected a subdomain of ${domain}`);
    }
  });

/** Whether a text is an origin as browsers write it: no path, no slash at the end, nothing that goes without saying. */
function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text;
}

/** Whether private addresses are safe on their way to an origin. What is no origin is named already. */
function isSecure(text: string): boolean {
  if (!isOrigin(text)) return true;
  const { protocol, hostname } = new URL(text);
  if (protocol === 'https:') return true;
  return protocol === 'http:' && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(hostname);
}

/** What a stage may set, under `context.stages.<name>` in cdk.json. */
export const stageSettings = z.strictObject({
  /** Where participants reach the service: an origin. Left out, it is the endpoint of the API. */
  publicUrl: z
    .string()
    .refine(isOrigin, 'Expected a scheme and a host alone, as in https://meetings.example.org')
    .refine(
      isSecure,
      'Expected https; http reaches this machine alone, as in http://localhost:8080',
    )
    .optional(),
  sender,
  /** Who is told of alarms; left out, whoever subscribes to the topic. */
  alarmEmail: z.email().optional(),
  /** Whether tables, their stack and the one whose address is in links can only be removed after it was allowed. */
  deletionProtection: z.boolean(),
  /** What becomes of tables, and of the key they are encrypted with, when their stack is removed. */
  removal: z.enum(['retain', 'destroy']),
  /** How long logs are kept; CloudWatch knows certain numbers of days only. */
  logRetentionDays: z.enum(RetentionDays),
  /** How many requests API Gateway lets through: per second, and at once. */
  throttle: z.strictObject({ ratePerSecond: z.int().positive(), burst: z.int().positive() }),
  /** Whether tables are encrypted with a key of the account's own, which costs about a dollar a month. */
  customerManagedKey: z.boolean(),
  /**
   * Whether the table of health and passport details has such a key of its own, for another dollar: whoever may
   * read all else can still not read these.
   */
  vaultKey: z.boolean(),
  /** Whether focal points may send the note of nomination as a PDF, which is kept in a bucket of its own. */
  noteUploads: z.boolean().default(false),
});
export type StageSettings = z.infer<typeof stageSettings>;

/** A stage: its name, which is part of the names of its stacks, and its settings. */
export type Stage = StageSettings & { readonly stage: string };

/** The domain of the sender's address, as SES verifies it. */
export function senderDomain(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}

/**
 * The settings of a stage.
 *
 * @param stage the value of `-c stage=…`
 * @param stages the value of `context.stages` in cdk.json
 * @throws SettingsError naming each value that is wrong or missing, a line each
 */
export function readStage(stage: unknown, stages: unknown): Stage {
  const known = z.record(z.string(), z.unknown()).safeParse(stages);
  if (!known.success)
    throw new SettingsError(
      'cdk.json: context.stages: Expected the settings of at least one stage',
    );
  const choice = `choose one of cdk.json with -c stage=…: ${Object.keys(known.data).join(', ')}`;
  if (typeof stage !== 'string' || stage === '') throw new SettingsError(`No stage: ${choice}`);
  if (!/^[a-z][a-z0-9-]{0,19}$/.test(stage)) {
    throw new SettingsError(
      `The stage "${stage}" cannot be part of names: up to 20 of a-z, 0-9 and "-", a letter first`,
    );
  }
  if (!Object.hasOwn(known.data, stage)) throw new SettingsError(`No stage "${stage}": ${choice}`);
  const parsed = stageSettings.safeParse(known.data[stage]);
  if (parsed.success) return { stage, ...parsed.data };
  throw new SettingsError(
    parsed.error.issues
      .map(
        ({ path, message }) =>
          `cdk.json: ${['context.stages', stage, ...path].join('.')}: ${message}`,
      )
      .join('\n'),
  );
}
