import { describe, expect, it } from 'vitest';
import { OUTPUTS } from '../../infra/outputs.ts';
import type { Stage } from '../../infra/settings.ts';
import { type Properties, resource, resources, stageOf, templatesOf } from './stacks.ts';

const domain = stageOf('production');
const address = stageOf('local');
const ofDomain = templatesOf(domain);
const ofAddress = templatesOf(address);
const sending = (sender: Partial<Stage['sender']>) =>
  templatesOf({ ...domain, sender: { ...domain.sender, ...sender } }).mail;
const hostedZoneId = 'Z0123456789';
const inZone = sending({ hostedZoneId });

/** The records of the DNS that a template makes, as type, name and value. */
const records = (template: Parameters<typeof resources>[0]) =>
  resources(template, 'AWS::Route53::RecordSet').map(([, { Type, Name, ResourceRecords }]) => [
    Type,
    Name,
    ...ResourceRecords,
  ]);
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
      'DnsRecordDmarc',
    ]);
    expect(ofDomain.mail.toJSON().Outputs.DnsRecordDmarc.Value).toBe(
      '_dmarc.meetings.example.org TXT "v=DMARC1; p=none; rua=mailto:operations@example.org"',
    );
    expect(outputs(ofAddress.mail).join()).not.toContain('DnsRecord');
  });

  it('adds its records itself where the zone is known', () => {
    const types = resources(inZone, 'AWS::Route53::RecordSet').map(([, { Type }]) => Type);
    expect(types.sort()).toEqual(['CNAME', 'CNAME', 'CNAME', 'MX', 'TXT', 'TXT']);
    expect(records(inZone)).toContainEqual([
      'TXT',
      '_dmarc.meetings.example.org.',
      '"v=DMARC1; p=none; rua=mailto:operations@example.org"',
    ]);
    expect(outputs(inZone).join()).not.toContain('DnsRecord');
  });

  it('leaves the policy of the domain and its SPF record alone, unless the stage names them', () => {
    const { dmarc: _, ...sender } = domain.sender;
    const plain = templatesOf({ ...domain, sender: { ...sender, hostedZoneId } }).mail;
    const names = records(plain).map(([, name]) => name);
    expect(names).not.toContain('_dmarc.meetings.example.org.');
    expect(names).not.toContain('meetings.example.org.');
    expect(names).toHaveLength(5);
    const printed = templatesOf({ ...domain, sender }).mail;
    expect(outputs(printed)).not.toContain('DnsRecordDmarc');

    expect(records(sending({ hostedZoneId, onlySes: true, dmarc: { policy: 'reject' } }))).toEqual(
      expect.arrayContaining([
        ['TXT', '_dmarc.meetings.example.org.', '"v=DMARC1; p=reject"'],
        ['TXT', 'meetings.example.org.', '"v=spf1 include:amazonses.com ~all"'],
      ]),
    );
  });

  it('never takes the place of a record that is there: the CDK does so by a function of its own', () => {
    const all = sending({ hostedZoneId, onlySes: true });
    const types = Object.values(all.toJSON().Resources as Properties).map(({ Type }) => Type);
    expect([...new Set(types)].sort()).toEqual([
      'AWS::Route53::RecordSet',
      'AWS::SES::ConfigurationSet',
      'AWS::SES::ConfigurationSetEventDestination',
      'AWS::SES::EmailIdentity',
    ]);
  });

  it.each([
    [
      'reports@dmarc.example.net',
      'meetings.example.org._report._dmarc.dmarc.example.net TXT "v=DMARC1"',
    ],
    ['reports@example.org', undefined],
    ['reports@inbox.meetings.example.org', undefined],
    [
      'reports@another-example.org',
      'meetings.example.org._report._dmarc.another-example.org TXT "v=DMARC1"',
    ],
  ])('says what lets another domain have the reports: %s', (reportsTo, record) => {
    const template = sending({ hostedZoneId, dmarc: { policy: 'none', reportsTo } });
    expect(template.toJSON().Outputs.DnsRecordDmarcReports?.Value).toBe(record);
  });
});

describe('the configuration set', () => {
  it('lets mail through without TLS, watches its reputation, and spares who complained', () => {
    const set = resource(ofDomain.mail, 'AWS::SES::ConfigurationSet');
    expect(set).toMatchObject({
      ReputationOptions: { ReputationMetricsEnabled: true },
      SuppressionOptions: { SuppressedReasons: ['BOUNCE', 'COMPLAINT'] },
    });
    expect(set.DeliveryOptions?.TlsPolicy).not.toBe('REQUIRE');
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
