import { type App, CfnOutput, Stack } from 'aws-cdk-lib';
import { EventBus } from 'aws-cdk-lib/aws-events';
import { PublicHostedZone } from 'aws-cdk-lib/aws-route53';
import {
  ConfigurationSet,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
} from 'aws-cdk-lib/aws-ses';
import { OUTPUTS, stackName } from '../outputs.ts';
import { type Stage, senderDomain } from '../settings.ts';

/** What SES reports of a message, as the feedback function understands it. */
const REPORTED = [
  EmailSendingEvent.SEND,
  EmailSendingEvent.DELIVERY,
  EmailSendingEvent.BOUNCE,
  EmailSendingEvent.COMPLAINT,
  EmailSendingEvent.REJECT,
];

/** Who mail comes from, and where SES reports what became of it. */
export class MailStack extends Stack {
  readonly identity: EmailIdentity;
  readonly configurationSet: ConfigurationSet;

  constructor(app: App, stage: Stage) {
    super(app, stackName(stage.stage, 'mail'), {
      description: 'Plenary: the sender of its mail, and what SES reports of it',
    });
    const { sender } = stage;
    // TLS stays optional: a ministry whose server has none would otherwise never get a confirmation.
    this.configurationSet = new ConfigurationSet(this, 'ConfigurationSet', {
      reputationMetrics: true,
    });
    this.configurationSet.addEventDestination('Reports', {
      // SES knows the default bus only.
      destination: EventDestination.eventBus(EventBus.fromEventBusName(this, 'Bus', 'default')),
      events: REPORTED,
    });
    this.identity = new EmailIdentity(this, 'Identity', {
      identity: this.identityOf(sender),
      configurationSet: this.configurationSet,
      ...(sender.mailFromDomain && { mailFromDomain: sender.mailFromDomain }),
    });
    new CfnOutput(this, OUTPUTS.mail.configurationSet, {
      value: this.configurationSet.configurationSetName,
    });
    if (sender.identity === 'domain' && !sender.hostedZoneId) this.recordsToAdd(stage);
  }

  private identityOf({ identity, address, hostedZoneId }: Stage['sender']): Identity {
    if (identity === 'address') return Identity.email(address);
    const zoneName = senderDomain(address);
    return hostedZoneId
      ? Identity.publicHostedZone(
          PublicHostedZone.fromPublicHostedZoneAttributes(this, 'Zone', { hostedZoneId, zoneName }),
        )
      : Identity.domain(zoneName);
  }

  /** The DNS records that somebody has to add, where the stack cannot. */
  private recordsToAdd({ sender: { mailFromDomain } }: Stage): void {
    for (const [at, { name, value }] of this.identity.dkimRecords.entries()) {
      new CfnOutput(this, `DnsRecordDkim${at + 1}`, { value: `${name} CNAME ${value}` });
    }
    if (!mailFromDomain) return;
    new CfnOutput(this, 'DnsRecordMailFromMx', {
      value: `${mailFromDomain} MX 10 feedback-smtp.${this.region}.amazonses.com`,
    });
    new CfnOutput(this, 'DnsRecordMailFromSpf', {
      value: `${mailFromDomain} TXT "v=spf1 include:amazonses.com ~all"`,
    });
  }
}
