import cdk from '../../cdk.json' with { type: 'json' };
import { CONNECTION, PLACE } from './place.ts';

/** The tables of the development server. */
export const TABLE_NAMES = {
  registry: 'plenary-registry',
  outbox: 'plenary-outbox',
  vault: 'plenary-vault',
} as const;

/** The configuration set with which mail is sent. */
export const CONFIGURATION_SET = 'plenary-local';

/** The addresses of the parts of the development server, without a slash at the end. */
export type Addresses = { readonly url: string; readonly dynamodb: string; readonly ses: string };

/**
 * The environment of the functions. One environment is enough for all of them, because no two functions need different
 * values of one variable.
 */
export function environmentOf({ url, dynamodb, ses }: Addresses): Readonly<Record<string, string>> {
  const { sender } = cdk.context.stages.local;
  return {
    STAGE: 'local',
    PUBLIC_URL: url,
    REGISTRY_TABLE: TABLE_NAMES.registry,
    OUTBOX_TABLE: TABLE_NAMES.outbox,
    VAULT_TABLE: TABLE_NAMES.vault,
    SENDER_ADDRESS: sender.address,
    SENDER_NAME: sender.name,
    CONFIGURATION_SET,
    ACCOUNT: PLACE.account,
    AWS_REGION: PLACE.region,
    AWS_ACCESS_KEY_ID: CONNECTION.credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: CONNECTION.credentials.secretAccessKey,
    AWS_ENDPOINT_URL_DYNAMODB: dynamodb,
    AWS_ENDPOINT_URL_SES: ses,
  };
}

/**
 * Sets the environment of the functions in this process. Call it before they are imported. It removes the user's AWS
 * variables, so that no request can reach a real account.
 */
export function setEnvironment(addresses: Addresses): void {
  for (const name of Object.keys(process.env))
    if (name.startsWith('AWS_') || name === 'NOTES_BUCKET') delete process.env[name];
  Object.assign(process.env, environmentOf(addresses));
}
