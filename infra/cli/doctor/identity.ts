import type { GetEmailIdentityResponse } from '@aws-sdk/client-sesv2';
import type { Stage } from '../../settings.ts';
import { type Finding, fail, ok, warn } from './finding.ts';

const RECORDS =
  'add the DNS records that "npx cdk deploy" printed, exactly as they are; SES looks for them for 72 hours';

/** Checks that SES sends as the sender, signs for its domain, and has the envelope sender of the stage. */
export function identityFindings(
  identity: GetEmailIdentityResponse,
  sender: Stage['sender'],
): Finding[] {
  const { address, identity: kind, mailFromDomain } = sender;
  const mend = kind === 'domain' ? RECORDS : `open the message that SES sent to ${address}`;
  const verified = identity.VerifiedForSendingStatus
    ? ok(`SES has verified the sender ${address}`)
    : fail(`SES has not verified the sender ${address} and refuses all mail`, mend);
  if (kind === 'address')
    return [
      verified,
      warn(
        'The sender is verified as one address, whose mail no key of its domain signs',
        'verify the domain ("identity": "domain" in cdk.json) before registration opens',
      ),
    ];
  return [
    verified,
    dkim(identity),
    ...(mailFromDomain ? [mailFrom(identity, mailFromDomain)] : []),
  ];
}

function dkim({ DkimAttributes: dkim }: GetEmailIdentityResponse): Finding {
  if (dkim?.SigningEnabled !== true)
    return fail('Mail is not signed with DKIM', 'turn it on for the identity in the SES console');
  return dkim.Status === 'SUCCESS'
    ? ok('Mail is signed with DKIM for the domain of the sender')
    : fail(`DKIM of the domain is ${dkim.Status ?? 'not known'}: mail is not signed`, RECORDS);
}

function mailFrom({ MailFromAttributes: of }: GetEmailIdentityResponse, wanted: string): Finding {
  const what = `The envelope sender ${wanted}`;
  if (of?.MailFromDomain !== wanted)
    return fail(`${what} is not that of the identity`, 'deploy the stage');
  return of.MailFromDomainStatus === 'SUCCESS'
    ? ok(`${what} is in use`)
    : warn(
        `${what} is ${of.MailFromDomainStatus ?? 'not known'}: SES uses amazonses.com, and SPF is not aligned`,
        RECORDS,
      );
}
