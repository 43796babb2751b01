import { describe, expect, it } from 'vitest';
import {
  noticeId,
  organiserHash,
  parseNoticeId,
  parseRecipientKey,
  type Recipient,
  recipientKey,
} from '../../../functions/domain/notifications/recipient.ts';

const hash = organiserHash('Organiser@example.org');
const RECIPIENTS: readonly (readonly [Recipient, string])[] = [
  [{ kind: 'participant', reference: 'BKK14-7F3K2' }, 'participant_BKK14-7F3K2'],
  [
    { kind: 'focal-point', meetingId: 'bangkok-2014', delegationId: 'KH' },
    'focal-point_bangkok-2014_KH',
  ],
  [
    { kind: 'organiser', meetingId: 'bangkok-2014', addressHash: hash },
    `organiser_bangkok-2014_${hash}`,
  ],
];

describe('the key of a recipient', () => {
  it.each(RECIPIENTS)('of %o is %s, and is read back', (recipient, key) => {
    expect(recipientKey(recipient)).toBe(key);
    expect(parseRecipientKey(key)).toEqual(recipient);
  });

  it.each([
    '',
    'participant',
    'participant_',
    'participant_BKK14-7F3K2_v1',
    'focal-point_bangkok-2014',
    'focal-point_bangkok-2014_',
    'focal-point_bangkok-2014_KH_1',
    'somebody_bangkok-2014_KH',
  ])('is not %j', (key) => {
    expect(parseRecipientKey(key)).toBeUndefined();
  });
});

describe('the id of a notice', () => {
  it.each(RECIPIENTS)('names its recipient, and is read back: %o', (recipient, key) => {
    const id = noticeId(recipient, 'former-v12');
    expect(id).toBe(`${key}_former-v12`);
    // Letters, digits, hyphens and underscores: what a tag of SES may have.
    expect(id).toMatch(/^[A-Za-z0-9_-]{1,256}$/);
    expect(parseNoticeId(id)).toEqual({ recipient, name: 'former-v12' });
  });

  it.each(['', 'v1', 'participant_v1_', 'participant_BKK14-7F3K2_', 'nobody_1_v1'])(
    'is not %j',
    (id) => {
      expect(parseNoticeId(id)).toBeUndefined();
    },
  );
});

describe('the hash of an organiser', () => {
  it('is the same for one mailbox, has no underscore and shows no address', () => {
    expect(organiserHash('organiser@EXAMPLE.org')).toBe(hash);
    expect(organiserHash('other@example.org')).not.toBe(hash);
    expect(hash).toMatch(/^[0-9a-f]{32}$/);
  });
});
