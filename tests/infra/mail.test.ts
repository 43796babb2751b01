import { describe, expect, it } from 'vitest';
import { OUTPUTS } from '../../infra/outputs.ts';
import { type Properties, resource, stageOf, templatesOf } from './stacks.ts';

const domain = stageOf('production');
const address = stageOf('local');
const ofDomain = templatesOf(domain);
const ofAddress = templatesOf(address);
const inZone = templatesOf({
  ...domain,
  sender: { ...domain.sender, hostedZoneId: 'Z0123456789' },
});

const outputs = (template: { toJSON(): Properties }) => Object.keys(template.toJSON().Outputs);

describe('the sender', () => {
  it('is a domain with an envelope sender of its own', () => {
    expect(resource(ofDomain.mail, 'AWS::SES::EmailIdentity')).toMatchObject({
      EmailIdentity: 'meetings.example.org',
      MailFromAttributes: { MailFromDomain: 'bounces.meetings.example.org' },
    });
  });

  it('is one address where the stage says so', () => {
    const identity = resource(ofAddress.mail, 'AWS::SES::EmailIdentity');
    expect(identity.EmailIdentity).toBe('plenary@example.org');
    expect(identity.MailFromAttributes).toBeUndefined();
  });

  it('comes with the DNS records that somebody has to add', () => {
    expect(outputs(ofDomain.mail).filter((name) => name.startsWith('DnsRecord'))).toEqual([
      'DnsRecordDkim1',
      'DnsRecordDkim2',
      'DnsRecordDkim3',
      'DnsRecordMailFromMx',
      'DnsRecordMailFromSpf',
    ]);
    expect(outputs(ofAddress.mail).join()).not.toContain('DnsRecord');
  });

  it('adds its records itself where the zone is known', () => {
    const types = Object.values(inZone.mail.findResources('AWS::Route53::RecordSet'));
    expect(types.map(({ Properties }) => Properties.Type).sort()).toEqual([
      'CNAME',
      'CNAME',
      'CNAME',
      'MX',
      'TXT',
    ]);
    expect(outputs(inZone.mail).join()).not.toContain('DnsRecord');
  });
});

describe('what SES reports', () => {
  it('goes to the bus of EventBridge, for every end that a message can have', () => {
    const { ConfigurationSetName, EventDestination } = resource(
      ofDomain.mail,
      'AWS::SES::ConfigurationSetEventDestination',
    );
    expect(EventDestination.MatchingEventTypes.sort()).toEqual([
      'bounce',
      'complaint',
      'delivery',
      'reject',
      'send',
    ]);
    expect(JSON.stringify(EventDestination.EventBridgeDestination)).toContain('event-bus/default');
    expect(ofDomain.mail.toJSON().Outputs[OUTPUTS.mail.configurationSet].Value).toEqual(
      ConfigurationSetName,
    );
  });
});
