import { type App, CfnOutput, Stack } from 'aws-cdk-lib';
import { EventBus } from 'aws-cdk-lib/aws-events';
import { type IPublicHostedZone, PublicHostedZone } from 'aws-cdk-lib/aws-route53';
import {
  ConfigurationSet,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
  SuppressionReasons,
} from 'aws-cdk-lib/aws-ses';
import { OUTPUTS, stackName } from '../outputs.ts';
import { type Stage, senderDomain } from '../settings.ts';
import { REPORTED } from '../triggers.ts';
import {
  addRecords,
  printRecords,
  recordsOfDomain,
  recordsOfIdentity,
  recordsOfReports,
} from './mail-records.ts';

/** Who mail comes from, and where SES reports what became of it. */
export class MailStack extends Stack {
  readonly identity: EmailIdentity;
  readonly configurationSet: ConfigurationSet;
  /** Where the stack can add records itself. */
  private readonly zone: IPublicHostedZone | undefined;

  constructor(app: App, stage: Stage) {
    super(app, stackName(stage.stage, 'mail'), {
      description: 'Plenary: the sender of its mail, and what SES reports of it',
    });
    const { sender } = stage;
    if (sender.hostedZoneId)
      this.zone = PublicHostedZone.fromPublicHostedZoneAttributes(this, 'Zone', {
        hostedZoneId: sender.hostedZoneId,
        zoneName: senderDomain(sender.address),
      });
    // TLS stays optional: a ministry whose server has none would otherwise never get a confirmation.
    this.configurationSet = new ConfigurationSet(this, 'ConfigurationSet', {
      reputationMetrics: true,
      // Of its own, whatever the account says: who cannot be reached, or complained, is not written to again.
      suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
    });
    this.configurationSet.addEventDestination('Reports', {
      // SES knows the default bus only.
      destination: EventDestination.eventBus(EventBus.fromEventBusName(this, 'Bus', 'default')),
      events: REPORTED.map((event) => EmailSendingEvent[event]),
    });
    this.identity = new EmailIdentity(this, 'Identity', {
      identity: this.identityOf(sender),
      configurationSet: this.configurationSet,
      ...(sender.mailFromDomain && { mailFromDomain: sender.mailFromDomain }),
    });
    new CfnOutput(this, OUTPUTS.mail.configurationSet, {
      value: this.configurationSet.configurationSetName,
    });
    if (sender.identity === 'address') return;
    const { identity, zone } = this;
    const others = recordsOfReports(sender);
    // The identity puts its own records into a zone that it knows.
    if (zone) addRecords(this, zone, recordsOfDomain(sender));
    else others.push(...recordsOfIdentity(identity, sender), ...recordsOfDomain(sender));
    printRecords(this, others);
  }

  private identityOf({ identity, address }: Stage['sender']): Identity {
    if (identity === 'address') return Identity.email(address);
    return this.zone
      ? Identity.publicHostedZone(this.zone)
      : Identity.domain(senderDomain(address));
  }
}
