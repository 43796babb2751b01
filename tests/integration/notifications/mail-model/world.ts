import type { SendRawEmailCommandInput, SendRawEmailCommandOutput } from '@aws-sdk/client-ses';
import { expect, vi } from 'vitest';
import { delegationPath } from '../../../../functions/domain/delegation/delegation.ts';
import type { Meeting } from '../../../../functions/domain/meeting/meeting.ts';
import { titledName } from '../../../../functions/domain/registration/name.ts';
import { managePath } from '../../../../functions/domain/registration/private-link.ts';
import type { Registration } from '../../../../functions/domain/registration/registration.ts';
import { getDelegation } from '../../../../functions/store/delegation/delegation.ts';
import { getMeeting } from '../../../../functions/store/meeting/meeting.ts';
import { getRegistration } from '../../../../functions/store/registration/registration.ts';
import { openInbox } from '../../inbox.ts';
import { PUBLIC_URL, service } from '../../service.ts';
import { sesError } from '../../ses-faults.ts';
import { mechanism } from './adapter.ts';
import type { Accepted, Fate, Moment, Story } from './judge.ts';
import { plain, readLanguages, readMail } from './mail.ts';
import { eventsOf, type SentMail } from './ses-events.ts';

/** What SES does with a request to send. */
export type SesAnswer = Acceptance | Refusal;
/** It accepts the mail. `unclear`: its answer is lost. `report`: when SES reports what became of the mail. */
type Acceptance = {
  readonly fate: Fate;
  readonly unclear?: boolean;
  readonly report: 'at-once' | 'later' | 'never';
};
/** It does not accept the mail: as it is too much, not now, never, or the request did not arrive. */
type Refusal = { readonly refuses: 'throttled' | 'not-now' | 'for-good' | 'no-answer' };

const REFUSALS: Readonly<Record<Refusal['refuses'], () => Error>> = {
  throttled: () => sesError('Throttling', 'Maximum sending rate exceeded', 400),
  'not-now': () => sesError('AccountSendingPausedException', 'Sending is paused', 400),
  'for-good': () => sesError('MessageRejected', 'Not accepted', 400),
  'no-answer': () => sesError('TimeoutError', 'socket hang up'),
};

export const FINE: SesAnswer = { fate: 'delivered', report: 'at-once' };

/** The State whose Parties are validated by a focal point, and one that comes as an observer. */
export const PARTY = 'KH';
export const OBSERVER = 'US';

const START = new Date('2026-03-02T03:00:00Z');

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type Sent = Mutable<Accepted> & {
  readonly sent: SentMail;
  /** Whether SES has something to report that has not been brought yet. */
  unreported: boolean;
};

/**
 * One meeting with its service, a local SES that does what `world.ses` says, and a clock that stands still until it is
 * moved. It keeps the inbox and everything else that the judge may know.
 *
 * @param changes of the meeting's definition
 */
export async function openWorld(changes: Partial<Meeting> = {}) {
  vi.useFakeTimers({ toFake: ['Date'], now: START });
  await readLanguages();
  const base = await service({
    categories: { party: { admission: 'validated' }, 'observer-state': { admission: 'open' } },
    reminders: { nominationDays: [39], meetingDays: [59] },
    ...changes,
  });
  const { store, app } = base;
  const inbox = await openInbox();
  await inbox.empty();

  let moments: Moment = 0;
  /** The next moment. */
  const tick = (): Moment => ++moments;
  const mails: Sent[] = [];
  const unanswered: { to: string; at: Moment }[] = [];
  const asked: { who: string; at: Moment }[] = [];
  const changed: { who: string; at: Moment }[] = [];
  const suppressed: { address: string; from: Moment; until?: Moment }[] = [];
  const lifted = new Map<string, string>();
  const people: string[] = [];
  const delegations = new Set<string>();
  /** How SES answers the next request, by the address that it is for. */
  const ses: { answer: (to: string) => SesAnswer } = { answer: () => FINE };

  const get = (path: string, accept = 'application/json') =>
    app.request(path, { headers: { Accept: accept } });
  const works = async (link: string) => (await get(link.replace(PUBLIC_URL, ''))).status === 200;

  /** Keeps a mail that SES has accepted, with what is true at this moment. */
  async function accept(input: SendRawEmailCommandInput, messageId: string, answer: Acceptance) {
    const to = input.Destinations?.[0] ?? '';
    const mail = await readMail(input.RawMessage?.Data ?? new Uint8Array(), to);
    const isDead = await Promise.all(mail.links.map(async (link) => !(await works(link))));
    const one =
      mail.reference === undefined ? undefined : await getRegistration(store, mail.reference);
    const question = mail.kind === 'validation-wanted';
    const delegation = await delegationAt(to);
    const sent: Sent = {
      ...mail,
      at: tick(),
      fate: answer.fate,
      unclear: answer.unclear ?? false,
      deadLinks: mail.links.filter((_, at) => isDead[at]),
      wanted:
        delegation && question
          ? delegation.focalPoint.language
          : question
            ? undefined
            : (one ?? delegation?.focalPoint)?.language,
      waits: question ? one?.status === 'pending' : undefined,
      sent: {
        messageId,
        at: new Date(),
        tags: Object.fromEntries(
          (input.Tags ?? []).map(({ Name = '', Value = '' }) => [Name, Value]),
        ),
      },
      unreported: answer.report !== 'never',
    };
    mails.push(sent);
    if (answer.report === 'at-once') await report(sent);
  }

  const delegationAt = async (address: string) => {
    for (const id of delegations) {
      const found = await getDelegation(store, base.meeting.id, id);
      if (found?.focalPoint.email === address) return found;
    }
    return undefined;
  };

  /** Brings what SES has to report of a mail. */
  async function report(mail: Sent) {
    const { to, fate, sent } = mail;
    const now = new Date();
    for (const event of eventsOf(sent, fate, now)) await behind.report(event);
    mail.unreported = false;
    mail.reportedAt = tick();
    const happened = fate === 'complaint' ? now : sent.at;
    // What happened before the suppression was lifted does not count.
    const counts = happened.toISOString() > (lifted.get(to) ?? '');
    if ((fate !== 'hard-bounce' && fate !== 'complaint') || !counts) return;
    if (!suppressed.some(({ address, until }) => address === to && until === undefined))
      suppressed.push({ address: to, from: mail.reportedAt });
  }

  const client = inbox.client();
  client.middlewareStack.add(
    (next, context) => async (args) => {
      if (context.commandName !== 'SendRawEmailCommand') return next(args);
      const input = args.input as SendRawEmailCommandInput;
      const answer = ses.answer(input.Destinations?.[0] ?? '');
      if ('refuses' in answer) {
        const to = input.Destinations?.[0] ?? '';
        if (answer.refuses === 'no-answer') unanswered.push({ to, at: tick() });
        throw REFUSALS[answer.refuses]();
      }
      const result = await next(args);
      const { MessageId = '' } = result.output as SendRawEmailCommandOutput;
      await accept(input, MessageId, answer);
      if (answer.unclear) throw REFUSALS['no-answer']();
      return result;
    },
    { step: 'initialize', name: 'faults' },
  );
  const inOrder = (id: string) =>
    people.reduce((text, reference, at) => text.replace(reference, `P${at}`), id);
  const behind = mechanism(store, client, inOrder);

  const person = async (reference: string): Promise<Registration> =>
    (await getRegistration(store, reference)) ?? expect.fail();
  const delegation = () => getDelegation(store, base.meeting.id, PARTY);
  const meeting = async () => ((await getMeeting(store, base.meeting.id)) ?? expect.fail()).meeting;

  /** How everything stands, for the judge. */
  async function story(): Promise<Story> {
    const all = await Promise.all(people.map(person));
    const found = await delegation();
    return {
      mails,
      unanswered,
      asked,
      changed,
      suppressed,
      meeting: await meeting(),
      people: all.map((one) => ({
        reference: one.reference,
        status: one.status,
        email: one.email ?? '',
        name: plain(titledName(one)),
        state: one.state ?? '',
        url: `${PUBLIC_URL}${managePath(one)}`,
      })),
      focalPoints: found
        ? [
            {
              delegation: found.id,
              email: found.focalPoint.email ?? '',
              name: found.focalPoint.name,
              url: `${PUBLIC_URL}${delegationPath(found)}`,
              pending: all
                .filter(({ status, state }) => status === 'pending' && state === PARTY)
                .map(({ reference }) => reference),
            },
          ]
        : [],
    };
  }

  return {
    ...base,
    mail: behind,
    ses,
    mails,
    asked,
    changed,
    suppressed,
    lifted,
    people,
    delegations,
    tick,
    report,
    person,
    delegation,
    now: meeting,
    story,
    /** Lets time go by. */
    pass: (ms: number) => void vi.setSystemTime(Date.now() + ms),
    /** The mails that SES has not reported yet. */
    unreported: () => mails.filter(({ unreported }) => unreported),
    close: async () => {
      vi.useRealTimers();
      client.destroy();
      await inbox.close();
    },
  };
}
export type World = Awaited<ReturnType<typeof openWorld>>;

/** SES works again and everything is drained: reports come, jobs run, and whatever failed is tried again. */
export async function settle(world: World, rounds = 12): Promise<void> {
  const { mail, ses } = world;
  ses.answer = () => FINE;
  for (let round = 0; round < rounds; round++) {
    for (const one of world.unreported()) await world.report(one);
    await mail.requeueFailed();
    await mail.runJobs();
    await mail.sendDue();
    if (round >= 2 && (await mail.everythingIsAtItsEnd())) return;
    world.pass(61 * 60_000);
  }
  throw new Error('Some mail has come to no end');
}
