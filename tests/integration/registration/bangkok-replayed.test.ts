import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { delegationPath } from '../../../functions/domain/delegation/delegation.ts';
import { conventions, partiesOn } from '../../../functions/domain/eligibility/convention.ts';
import { participants, totalsOf } from '../../../functions/domain/registration/participant-list.ts';
import { compareStates, stateName } from '../../../functions/language/states.ts';
import { composeList } from '../../../functions/scheduler/list-message.ts';
import { inviteFocalPoint } from '../../../functions/store/delegation/invite.ts';
import { getMeeting } from '../../../functions/store/meeting/meeting.ts';
import { createCode } from '../../../functions/store/registration/codes.ts';
import {
  getRegistration,
  listRegistrations,
} from '../../../functions/store/registration/registration.ts';
import { transitionRegistration } from '../../../functions/store/registration/transition.ts';
import { registrationOf } from '../../support/fixtures.ts';
import { expectAgreement } from '../agreement.ts';
import { act, type Base, come, moving, nomineeOf, seen } from '../delegations.ts';
import { mail } from '../own.ts';
import { service } from '../service.ts';

const BANGKOK = 'functions/domain/meeting/meetings/bangkok-2014.json';

/** The nine Parties that came, as the article on the meeting says. */
const CAME = ['BD', 'KH', 'CN', 'IN', 'LA', 'NZ', 'KR', 'TJ', 'VN'];
/** Those of them whose focal point put somebody forward; from the others people registered by themselves. */
const NOMINATED = ['CN', 'IN', 'NZ', 'KR'];

// The weeks before the meeting pass in an instant.
beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterAll(() => void vi.useRealTimers());
const on = (day: string) => vi.setSystemTime(new Date(`${day}T03:00:00Z`));

/** Somebody of a delegation. Who came is not published but for a few: these are no names. */
const somebody = (state: string) => ({
  state,
  title: undefined,
  givenName: 'Name withheld',
  familyName: stateName(state, 'en')
    .normalize('NFD')
    .replace(/[^\p{L} ]/gu, ''),
  email: `participant@${state.toLowerCase()}.example`,
  position: undefined,
  institution: undefined,
  phone: undefined,
  delegationRole: 'focal-point',
  listConsent: 'public',
});

async function approve({ store, meeting }: Base, reference: string) {
  const stored = await getMeeting(store, meeting.id);
  const pending = await getRegistration(store, reference);
  if (!stored || !pending) throw new Error('Nobody to approve');
  const command = { move: 'approve', by: 'organiser' } as const;
  return transitionRegistration(store, stored, pending, command, moving());
}

describe('the meeting in Bangkok, as it would have run', () => {
  it('invites 13 Parties, of whom nine come, with two observer States, a guest and a co-organiser', async () => {
    on('2014-01-10');
    const { roster: _, ...definition } = JSON.parse(await readFile(BANGKOK, 'utf8'));
    const base = await service({
      ...definition,
      categories: {
        party: { admission: 'validated', delegationCeiling: 2 },
        'observer-state': { admission: 'validated', delegationCeiling: 2 },
        guest: { admission: 'invited' },
        host: { admission: 'invited' },
      },
      ceiling: 40,
      waitingList: true,
    });
    const { store, meeting } = base;

    // One message each to the focal points of the Parties of the region.
    const region = partiesOn(conventions['diversity-2005'], meeting.startsOn, { region: 'APA' });
    expect(region).toHaveLength(13);
    const pages = new Map<string, string>();
    for (const { code } of region) {
      const invited = {
        delegated: { representation: 'state', state: code } as const,
        focalPoint: {
          name: `Focal point of ${stateName(code, 'en')}`,
          email: `focal.point@${code.toLowerCase()}.example`,
          language: 'en',
        } as const,
        again: false,
      };
      const { delegation } = await inviteFocalPoint(store, meeting, invited, moving());
      pages.set(code, delegationPath(delegation));
    }
    const pageOf = (code: string) => pages.get(code) as string;
    const invitations = region.map(
      ({ code }) => `focal.point@${code.toLowerCase()}.example delegation-invitation`,
    );
    expect(await mail(base)).toEqual(invitations.sort());

    // Nine answer: some nominate, the people of others register and wait for their focal point.
    on('2014-02-03');
    for (const code of CAME) {
      if (NOMINATED.includes(code)) {
        const { givenName, familyName, email } = somebody(code);
        const nominee = nomineeOf(givenName, {
          familyName,
          email,
          delegationRole: 'focal-point',
        });
        expect((await act(base, `${pageOf(code)}/nominate`, nominee)).status).toBeLessThan(300);
        continue;
      }
      const { status, reference } = await come(base, code, somebody(code));
      expect([code, status]).toEqual([code, 'pending']);
      expect((await act(base, `${pageOf(code)}/approve`, { reference })).status).toBeLessThan(300);
    }
    // Cambodia sends one: a second is declined, and told why.
    const second = await come(base, 'second', { state: 'KH' });
    const reason = 'Cambodia is represented by its focal point.';
    await act(base, `${pageOf('KH')}/decline`, { reference: second.reference, reason });

    // Observers have no focal point here: the organisers answer.
    on('2014-02-10');
    for (const code of ['NP', 'TH']) {
      const { reference } = await come(base, code, {
        ...somebody(code),
        delegationRole: 'observer',
      });
      await approve(base, reference);
    }

    // The guest of another region and the co-organiser come with the codes of their letters.
    on('2014-02-12');
    const letter = (label: string, category: 'guest' | 'host') =>
      createCode(store, meeting.id, { label, category, uses: 1 }, new Date());
    const { state: __, ...person } = registrationOf({
      title: 'Ms',
      givenName: 'Gisele',
      familyName: 'Dupin',
      position: 'Focal point for Brazil',
      institution: undefined,
      phone: undefined,
      email: 'guest@br.example',
      listConsent: 'public',
    });
    const guest = await base.post({
      ...person,
      representation: 'individual',
      delegationRole: 'resource-person',
      code: await letter('Resource person', 'guest'),
    });
    expect(guest.status).toBe(201);
    const coOrganiser = await base.post({
      ...person,
      representation: 'organisation',
      organisation: 'International Federation of Arts Councils and Culture Agencies (IFACCA)',
      organisationKind: 'host',
      delegationRole: 'representative',
      title: undefined,
      givenName: 'Name withheld',
      familyName: 'IFACCA',
      position: undefined,
      email: 'participant@ifacca.example',
      code: await letter('Co-organiser', 'host'),
    });
    expect(coOrganiser.status).toBe(201);

    await expectAgreement(base);
    on('2014-03-03');
    const people = await listRegistrations(store, meeting.id);
    const listed = participants(people, 'en', compareStates('en'));
    expect(totalsOf(listed)).toMatchObject({ people: 13, delegations: 12 });
    expect(totalsOf(listed).categories).toMatchObject([
      { category: 'party', people: 9, delegations: 9 },
      { category: 'observer-state', people: 2, delegations: 2 },
      { category: 'guest', people: 1 },
      { category: 'host', people: 1, delegations: 1 },
    ]);
    // The four that never answered see their page as they were sent it.
    const silent = region.map(({ code }) => code).filter((code) => !CAME.includes(code));
    expect(silent).toHaveLength(4);
    for (const code of silent) expect(await seen(base, pageOf(code))).toMatchObject({ people: [] });

    const { attachment } = composeList(meeting, people, () => ({}), 'en', 'closing', new Date());
    const list = Buffer.from(attachment.content).toString();
    await expect(list.replace(/BKK14-\w{5}/g, 'BKK14-.....')).toMatchFileSnapshot(
      '../../golden/bangkok-2014-replayed.csv',
    );
  }, 60_000);
});
