import type { GetAccountResponse } from '@aws-sdk/client-sesv2';
import type { Stage } from '../../settings.ts';
import { type Finding, fail, ok, warn } from './finding.ts';

/** How long a message to everybody may take, in seconds: an hour. */
const LONGEST_ROUND = 3_600;

/**
 * Checks whether SES lets the account send to anybody, and as much as its meetings need.
 *
 * @param need how many messages are sent if everybody of all meetings that are not over gets one on the same day.
 */
export function accountFindings(
  account: GetAccountResponse,
  sender: Pick<Stage['sender'], 'sandbox'>,
  need: number,
): Finding[] {
  return [sending(account), access(account, sender), ...quota(account, need)];
}

function sending({ SendingEnabled, EnforcementStatus }: GetAccountResponse): Finding {
  if (SendingEnabled === false || EnforcementStatus === 'SHUTDOWN')
    return fail(
      'SES has stopped all sending of the account',
      'read why under "Reputation metrics" in the SES console, and answer the case that AWS has opened',
    );
  return EnforcementStatus === 'PROBATION'
    ? warn(
        'SES has the account under review, because of bounces or complaints',
        'read the case that AWS has opened and find the messages that came back, before sending is stopped',
      )
    : ok('SES lets the account send');
}

function access(
  { ProductionAccessEnabled }: GetAccountResponse,
  { sandbox }: Pick<Stage['sender'], 'sandbox'>,
): Finding {
  if (ProductionAccessEnabled)
    return sandbox
      ? warn(
          'The account has production access, and the stage says that it is in the sandbox',
          'set sender.sandbox to false in cdk.json and deploy: functions may then send as the sender alone',
        )
      : ok('SES has production access: mail reaches anybody');
  return sandbox
    ? warn(
        'SES is in its sandbox: mail reaches verified addresses only',
        'ask AWS for production access in the SES console before registration opens',
      )
    : fail(
        'SES is in its sandbox, and the stage says that it is not: no participant gets a message',
        'ask AWS for production access in the SES console; until then set sender.sandbox to true and deploy',
      );
}

function quota({ SendQuota: quota }: GetAccountResponse, need: number): Finding[] {
  const { Max24HourSend: most, MaxSendRate: rate, SentLast24Hours: sent = 0 } = quota ?? {};
  if (most === undefined || rate === undefined) return [];
  // SES returns -1 if there is no limit.
  const left = most < 0 ? Number.POSITIVE_INFINITY : most - sent;
  const words = `SES takes ${most < 0 ? 'any number of' : most} messages a day and ${rate} a second`;
  const enough =
    'ask for more under "Sending limits" in the Service Quotas console: AWS takes days';
  if (left <= 0) return [fail(`${words}, and today's are used up`, enough)];
  if (left < need)
    return [
      warn(`${words}, ${left} are left, and writing to everybody once takes ${need}`, enough),
    ];
  if (need / rate > LONGEST_ROUND)
    return [warn(`${words}, so that writing to all ${need} takes over an hour`, enough)];
  return [ok(`${words}; writing to everybody once takes ${need}`)];
}
