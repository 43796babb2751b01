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

/** The identity of the sender, and the configuration set with which SES reports what happens to mail. */
export class MailStack extends Stack {
  readonly identity: EmailIdentity;
  readonly configurationSet: ConfigurationSet;
  /** The zone to which the stack can add records. */
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
    // TLS stays optional. Otherwise a ministry whose server has none would never get a confirmation.
    this.configurationSet = new ConfigurationSet(this, 'ConfigurationSet', {
      reputationMetrics: true,
      // The set's own reasons, whatever the account's are: an address that bounces or complains gets no further mail.
      suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
    });
    this.configurationSet.addEventDestination('Reports', {
      // SES can use only the default bus.
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
    // The identity adds its own records to a zone that it knows.
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
