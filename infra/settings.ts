import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import * as z from 'zod';

/** The wrong settings of a stage: one line for each value, with its path in cdk.json. */
export class SettingsError extends Error {}

const sender = z
  .strictObject({
    /** The address of the sender. */
    address: z.email(),
    /** The sender's name in a reader's inbox. */
    name: z.string().min(1),
    /**
     * What SES verifies. `domain`: the domain of the address, with DKIM; it needs DNS records. `address`: only this
     * address, by a link in a message; it is for trying out.
     */
    identity: z.enum(['domain', 'address']),
    /** A subdomain for the envelope sender, so that SPF is aligned with the domain. It needs a `domain` identity. */
    mailFromDomain: z.hostname().optional(),
    /** The Route 53 zone of the domain, if it is in this account. The DKIM and MAIL FROM records are added to it. */
    hostedZoneId: z
      .string()
      .regex(/^Z[A-Z0-9]+$/, 'Expected the id of a Route 53 hosted zone')
      .optional(),
    /**
     * The DMARC record of the domain. Without it, the domain keeps its own record or that of the domain above it; a new
     * record on a subdomain would replace the policy that it inherits.
     */
    dmarc: z
      .strictObject({
        /**
         * What receivers do with mail that falsely claims to be from the domain. `none` changes nothing and is only
         * reported.
         */
        policy: z.enum(['none', 'quarantine', 'reject']).default('none'),
        /** The address for the daily reports of receivers (`rua`). */
        reportsTo: z.email().optional(),
      })
      .optional(),
    /**
     * Whether only SES sends mail from the domain, so that an SPF record can say so. A domain with other mail has a
     * record already, and may have only one.
     */
    onlySes: z.boolean().default(false),
    /**
     * Whether the account is in the SES sandbox. SES then also requires permission for the identity of each recipient,
     * which is not known in advance.
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
    // An invalid address is reported already.
    if (!z.email().safeParse(address).success) return;
    const domain = senderDomain(address);
    if (mailFromDomain && !mailFromDomain.endsWith(`.${domain}`)) {
      wrong('mailFromDomain', `Expected a subdomain of ${domain}`);
    }
  });

/** Whether a text is an origin as browsers write it: without a path, a slash at the end or a default port. */
function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text;
}

/** Whether private links to an origin are encrypted in transit. An invalid origin is reported already. */
function isSecure(text: string): boolean {
  if (!isOrigin(text)) return true;
  const { protocol, hostname } = new URL(text);
  if (protocol === 'https:') return true;
  return protocol === 'http:' && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(hostname);
}

/** The settings of a stage, under `context.stages.<name>` in cdk.json. */
const stageSettings = z.strictObject({
  /** The address of the service for participants: an origin. @default the endpoint of the API */
  publicUrl: z
    .string()
    .refine(isOrigin, 'Expected a scheme and a host alone, as in https://meetings.example.org')
    .refine(
      isSecure,
      'Expected https; http reaches this machine alone, as in http://localhost:8080',
    )
    .optional(),
  sender,
  /** The address for alarms. Without it, only subscribers of the topic are notified. */
  alarmEmail: z.email().optional(),
  /** Whether the tables, their stack, and the stack of the address in private links are protected from deletion. */
  deletionProtection: z.boolean(),
  /** What happens to the tables and their encryption key when their stack is removed. */
  removal: z.enum(['retain', 'destroy']),
  /** How long logs are kept. CloudWatch accepts only certain numbers of days. */
  logRetentionDays: z.enum(RetentionDays),
  /** How many requests API Gateway accepts: per second, and in a burst. */
  throttle: z.strictObject({ ratePerSecond: z.int().positive(), burst: z.int().positive() }),
  /** Whether tables are encrypted with a key of the account, which costs about a dollar a month. */
  customerManagedKey: z.boolean(),
  /**
   * Whether the vault (health and passport details) has a key of its own, for another dollar. A person who may read the
   * other tables can then still not read the vault.
   */
  vaultKey: z.boolean(),
  /** Whether focal points may upload the note of nomination as a PDF, which is stored in a bucket of its own. */
  noteUploads: z.boolean().default(false),
});
type StageSettings = z.infer<typeof stageSettings>;

/** A stage: its name, which is part of the names of its stacks, and its settings. */
export type Stage = StageSettings & { readonly stage: string };

/** The domain of the sender's address, which SES verifies. */
export function senderDomain(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}

/**
 * Reads the settings of a stage.
 *
 * @param stage the value of `-c stage=…`.
 * @param stages the value of `context.stages` in cdk.json.
 * @throws SettingsError with one line for each value that is wrong or missing.
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
