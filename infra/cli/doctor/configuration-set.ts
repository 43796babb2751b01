import type {
  EventDestination,
  GetAccountResponse,
  GetConfigurationSetResponse,
} from '@aws-sdk/client-sesv2';
import { type Finding, fail, ok, warn } from './finding.ts';

/** The events that SES must report, so that each notice reaches a final state. */
const REPORTED = ['SEND', 'DELIVERY', 'BOUNCE', 'COMPLAINT', 'REJECT'] as const;

const DEPLOY = 'deploy the stage: somebody has changed it by hand';

/** Checks that the configuration set sends, reports to EventBridge and suppresses addresses that complain. */
export function configurationSetFindings(
  set: GetConfigurationSetResponse,
  destinations: readonly EventDestination[],
  account: GetAccountResponse | undefined,
): Finding[] {
  return [
    set.SendingOptions?.SendingEnabled === false
      ? fail(
          'The configuration set is paused and refuses all mail',
          'enable its sending in the SES console',
        )
      : ok('The configuration set sends'),
    reports(destinations),
    suppression(set, account),
    ...(set.ReputationOptions?.ReputationMetricsEnabled
      ? []
      : [warn('Bounces and complaints are not measured: two alarms stay silent', DEPLOY)]),
  ];
}

function reports(destinations: readonly EventDestination[]): Finding {
  const reported = destinations
    .filter(({ Enabled, EventBridgeDestination }) => Enabled && EventBridgeDestination)
    .flatMap(({ MatchingEventTypes = [] }) => MatchingEventTypes);
  const missing = REPORTED.filter((type) => !reported.includes(type));
  return missing.length === 0
    ? ok('SES reports what becomes of messages')
    : fail(
        `SES does not report ${missing.join(', ')}: nobody sees which messages came back`,
        DEPLOY,
      );
}

function suppression(
  { SuppressionOptions }: GetConfigurationSetResponse,
  account: GetAccountResponse | undefined,
): Finding {
  // The reasons of the set replace those of the account. An empty list means "none".
  const reasons =
    SuppressionOptions?.SuppressedReasons ??
    account?.SuppressionAttributes?.SuppressedReasons ??
    [];
  const missing = (['BOUNCE', 'COMPLAINT'] as const).filter((reason) => !reasons.includes(reason));
  return missing.length === 0
    ? ok('SES writes no more to addresses that do not exist or have complained')
    : warn(
        `SES goes on writing to addresses after a ${missing.join(' or ')}`
          .toLowerCase()
          .replace('ses', 'SES'),
        DEPLOY,
      );
}
