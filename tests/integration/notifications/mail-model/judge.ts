import type { Meeting } from '../../../../functions/domain/meeting/meeting.ts';
import { inOrder } from '../../../../functions/domain/meeting/sittings.ts';
import type { Status } from '../../../../functions/domain/registration/registration.ts';
import { addDays } from '../../../../functions/domain/shared/day.ts';
import type { Language } from '../../../../functions/domain/shared/languages.ts';
import { daysInWords } from '../../../../functions/language/day.ts';
import { t } from '../../../../functions/language/index.ts';
import { placeInWords } from '../../../../functions/language/place.ts';
import { sittingsInWords } from '../../../../functions/language/sittings.ts';
import { stateName } from '../../../../functions/language/states.ts';
import { type FactName, type Mail, plain } from './mail.ts';

/** A moment of a story: a number that counts up with all that happens in it. */
export type Moment = number;

/** What became of a mail after SES had accepted it. A mail that is complained about was delivered before. */
export type Fate = 'delivered' | 'soft-bounce' | 'hard-bounce' | 'complaint';

/** A mail that SES accepted, and what was true at that moment. */
export type Accepted = Mail & {
  readonly at: Moment;
  readonly fate: Fate;
  /** The answer of SES was lost: the service cannot know whether SES has the mail. */
  readonly unclear: boolean;
  /** When the last report of SES about this mail reached the service; none where it never did. */
  readonly reportedAt?: Moment | undefined;
  /** Those of its links that did not work any more. */
  readonly deadLinks: readonly string[];
  /** The language that its reader had chosen. */
  readonly wanted: Language | undefined;
  /** Of a question to a focal point: whether the person did wait for the answer of this delegation. */
  readonly waits?: boolean | undefined;
};

/** A participant as the story ends. */
type Person = {
  readonly reference: string;
  readonly status: Status;
  readonly email: string;
  readonly name: string;
  readonly state: string;
  /** The private link. */
  readonly url: string;
};

/** A focal point as the story ends. */
type FocalPoint = {
  readonly delegation: string;
  readonly email: string;
  readonly name: string;
  readonly url: string;
  /** The references of those who wait for an answer. */
  readonly pending: readonly string[];
};

/** All that a judge knows: the inbox, what was asked for, the reports, and how everything stands in the end. */
export type Story = {
  readonly mails: readonly Accepted[];
  /** When a request to SES to send got no answer and was not accepted, by the address that it was for. */
  readonly unanswered: readonly { readonly to: string; readonly at: Moment }[];
  /** When somebody asked for their message again: `who` is a reference, or the address of a focal point. */
  readonly asked: readonly { readonly who: string; readonly at: Moment }[];
  /** When something was changed: `who` is a reference, the address of a focal point, or the meeting. */
  readonly changed: readonly { readonly who: string; readonly at: Moment }[];
  /** When addresses were suppressed, and until when. */
  readonly suppressed: readonly {
    readonly address: string;
    readonly from: Moment;
    readonly until?: Moment | undefined;
  }[];
  readonly people: readonly Person[];
  readonly focalPoints: readonly FocalPoint[];
  readonly meeting: Meeting;
};

/** The rules, by name. */
export type Rule = keyof typeof RULES;

/** A rule that was broken, by what was said to whom. */
export type Finding = { readonly rule: Rule; readonly who: string; readonly what: string };

/** Applies every rule to a story. @returns what was broken, sorted by rule. */
export function judge(story: Story): Finding[] {
  return RULE_NAMES.flatMap((rule) =>
    RULES[rule](story).map(([who, what]) => ({ rule, who, what })),
  );
}

/** Those whom a rule was broken to, and how. */
type Broken = readonly (readonly [who: string, what: string])[];

const isLive = ({ status }: Person) => status !== 'withdrawn' && status !== 'declined';
const arrived = ({ fate }: Accepted) => fate === 'delivered' || fate === 'complaint';
const REMINDERS: ReadonlySet<string> = new Set([
  'offer-expiring',
  'meeting-reminder',
  'thank-you',
  'nomination-reminder',
]);
const TO_FOCAL_POINT = /^(delegation-|validation-wanted$|nomination-reminder$)/;

/** The mails about a registration to its participant; those to one address if it is given. */
const mailsTo = ({ mails }: Story, { reference }: Pick<Person, 'reference'>, address?: string) =>
  mails.filter(
    (mail) =>
      mail.reference === reference &&
      !TO_FOCAL_POINT.test(mail.kind) &&
      mail.kind !== 'address-changed' &&
      (address === undefined || mail.to === address),
  );
const mailsToFocalPoint = ({ mails }: Story, { email }: Pick<FocalPoint, 'email'>) =>
  mails.filter((mail) => mail.to === email && TO_FOCAL_POINT.test(mail.kind));

/**
 * Whether a reader can be expected to know how everything stands: their address takes mail, the last mail
 * arrived, and every report of one that did not was there before the last mail.
 */
function canKnow({ suppressed }: Story, address: string, mails: readonly Accepted[]): boolean {
  const ofAddress = suppressed.filter((one) => one.address === address);
  if (ofAddress.some(({ until }) => until === undefined)) return false;
  const last = mails.at(-1);
  if (last === undefined) return ofAddress.length === 0;
  // Nothing is sent by itself to an address that takes mail again.
  if (ofAddress.some(({ until = 0 }) => until > last.at)) return false;
  return (
    arrived(last) &&
    mails.every(
      (mail) => arrived(mail) || (mail.reportedAt !== undefined && mail.reportedAt < last.at),
    )
  );
}

/** The arrangements of a meeting in words, as a mail in a language shows them. */
function arrangementsIn(
  language: Language,
  meeting: Meeting,
): Record<FactName & ('when' | 'where' | 'sittings'), string> {
  const { sittings, timeZone, startsOn, endsOn } = meeting;
  return {
    when: plain(daysInWords(language, startsOn, endsOn)),
    where: plain(placeInWords(language, meeting)),
    sittings: sittings ? plain(sittingsInWords(language, { sittings, timeZone })) : '',
  };
}

const shown = (mail: Mail, fact: FactName) => mail.facts[fact]?.value ?? '';

/** What differs between what a mail shows of the meeting and how it is. */
function outdated(mail: Mail, meeting: Meeting): string[] {
  const now = arrangementsIn(mail.language, meeting);
  return (['when', 'where', 'sittings'] as const)
    .filter((fact) => shown(mail, fact) !== now[fact])
    .map((fact) => `${mail.kind} shows "${shown(mail, fact)}" and it is "${now[fact]}"`);
}

/** The last mail to a participant says how everything stands. */
function lastMailIsTrue(story: Story): Broken {
  const { meeting } = story;
  return story.people.flatMap((person) => {
    const mails = mailsTo(story, person, person.email);
    if (!canKnow(story, person.email, mails)) return [];
    const last = mails.at(-1);
    const who = person.reference;
    if (last === undefined) return [[who, 'nothing has come'] as const];
    const cancelled = meeting.cancelled !== undefined && isLive(person);
    const status = cancelled ? 'cancelled' : person.status;
    const wrong: string[] = [];
    if (last.status !== status) wrong.push(`${status}, and ${last.kind} says ${last.status}`);
    if (last.name !== person.name) wrong.push(`is ${person.name}, and greeted as ${last.name}`);
    const state = plain(stateName(person.state, last.language));
    if (shown(last, 'delegation') !== state)
      wrong.push(`comes for ${state}, and ${last.kind} says ${shown(last, 'delegation')}`);
    if (isLive(person) && !cancelled) {
      wrong.push(...outdated(last, meeting));
      const link = person.status === 'confirmed' ? (meeting.link ?? '') : '';
      if (shown(last, 'link') !== link)
        wrong.push(`attends at "${link}", and ${last.kind} says "${shown(last, 'link')}"`);
      if (!last.links.includes(person.url)) wrong.push(`${last.kind} lacks the private link`);
    }
    return wrong.map((what) => [who, what] as const);
  });
}

/** No mail has a link that did not work when SES accepted it. */
const linksWork = ({ mails }: Story): Broken =>
  mails.flatMap(({ to, kind, deadLinks }) =>
    deadLinks.map((link) => [to, `${kind} has a dead link ${link}`] as const),
  );

/** Every mail is in the language that its reader had chosen when SES accepted it; the note to a former address may be older. */
const isInTheLanguage = ({ mails }: Story): Broken =>
  mails
    .filter(({ kind }) => kind !== 'address-changed')
    .filter(({ language, wanted }) => wanted !== undefined && wanted !== language)
    .map(({ to, kind, language, wanted }) => [to, `${kind} is in ${language}, not ${wanted}`]);

/** All that a mail says, to find out whether another one says the same. */
function contentOf(mail: Accepted): string {
  const { kind, reference, status, name, facts, links } = mail;
  const values = Object.entries(facts).map(([label, { value }]) => `${label}: ${value}`);
  // Of one registration, another kind with the same state says nothing more.
  const about = TO_FOCAL_POINT.test(kind) || REMINDERS.has(kind) ? kind : status;
  const audience = kind === 'address-changed' ? kind : about;
  return [audience, reference, name, ...values.sort(), ...links].join('\n');
}

/** Why a mail may have said what the one before it said. */
type Cause = 'nothing' | 'asked' | 'late-report' | 'taken-back' | 'notice';

/** Pairs of mails in a row to one reader with the same content, which nothing excuses. */
function pairs(story: Story) {
  const rows = Map.groupBy(
    story.mails.filter(({ kind }) => !REMINDERS.has(kind)),
    ({ to, kind, reference }) =>
      TO_FOCAL_POINT.test(kind) ? `${to} ${kind} ${reference ?? ''}` : `${to} ${reference}`,
  );
  return [...rows.values()].flatMap((mails) =>
    mails.flatMap((second, at) => {
      const first = mails[at - 1];
      if (first === undefined || contentOf(first) !== contentOf(second)) return [];
      const earlier = mails.slice(0, at);
      const other = earlier.findLast((one) => contentOf(one) !== contentOf(second));
      const since = other?.at ?? 0;
      // It may be the second attempt at any of those that said so.
      if (earlier.some((one) => one.at > since && isUnknown(one, second))) return [];
      const cause = causeOf(story, since, first, second);
      return cause === undefined ? [] : [{ first, second, cause }];
    }),
  );
}

/** Whether the service could not know that SES had a mail when a later one was sent. */
const isUnknown = ({ unclear, reportedAt }: Accepted, later: Accepted) =>
  unclear && (reportedAt === undefined || reportedAt > later.at);

/** @param since when something else was said last: a request before that has been met. */
function causeOf(
  story: Story,
  since: Moment,
  first: Accepted,
  second: Accepted,
): Cause | undefined {
  if (!arrived(first)) return undefined;
  const isMine = ({ who }: { who: string }) => who === first.reference || who === first.to;
  const asked = story.asked.filter((one) => isMine(one) && one.at > since && one.at < second.at);
  if (asked.some((one) => one.at > first.at)) return undefined;
  if (asked.length > 0) return 'asked';
  if (first.unclear) return 'late-report';
  const notice = second.kind === 'meeting-changed' || second.kind === 'details-changed';
  if (notice && first.kind !== second.kind) return 'notice';
  const changed = story.changed.filter((one) => isMine(one) || one.who === story.meeting.id);
  return changed.some((one) => one.at > first.at && one.at < second.at) ? 'taken-back' : 'nothing';
}

const saysTwice = (cause: Cause) => (story: Story) =>
  pairs(story)
    .filter((pair) => pair.cause === cause)
    .map(
      ({ first, second }) => [second.to, `${second.kind} says what ${first.kind} said`] as const,
    );

/** Replays the calendar parts of mails as a calendar program does (RFC 5546 §2.1.4). */
export function calendarAfter(mails: readonly Accepted[]) {
  const entries = new Map<string, Accepted['events'][number]>();
  for (const { events } of mails.filter(arrived))
    for (const event of events) {
      const known = entries.get(event.uid);
      if (known === undefined || event.sequence >= known.sequence) entries.set(event.uid, event);
    }
  return new Map([...entries].filter(([, { cancelled }]) => !cancelled));
}

/** The begins and ends that a confirmed participant has in the calendar. */
function timesOf({ sittings, startsOn, endsOn }: Meeting): string[] {
  if (sittings === undefined) return [`${startsOn}/${addDays(endsOn, 1)}`];
  return inOrder(sittings).map(({ day, start, end }) => `${day}T${start}:00/${day}T${end}:00`);
}

function calendars(story: Story) {
  const { meeting } = story;
  return story.people.flatMap((person) => {
    const mails = mailsTo(story, person);
    if (!canKnow(story, person.email, mails)) return [];
    // Reminders have no calendar part: one that follows a mail that did not arrive is another rule's.
    const unread = mails.filter((mail) => !arrived(mail) && mail.events.length > 0).at(-1);
    const reminded = mails.filter((mail) => mail.at > (unread?.at ?? mail.at));
    const onlyReminded = reminded.length > 0 && reminded.every(({ kind }) => REMINDERS.has(kind));
    const has = [...calendarAfter(mails).values()];
    const expected = person.status === 'confirmed' && !meeting.cancelled ? timesOf(meeting) : [];
    return [{ person, has, expected, onlyReminded }];
  });
}

/** What is missing in calendars, or is there with another place. */
function missing(story: Story) {
  return calendars(story).flatMap(({ person, has, expected, onlyReminded }) => {
    const place = story.meeting.venue.name.en;
    const found = (times: string) => has.find((one) => one.times === times)?.place;
    return expected
      .filter((times) => !found(times)?.includes(place))
      .map((times) => ({
        onlyReminded,
        broken: [person.reference, `${times} is in the calendar at "${found(times)}"`] as const,
      }));
  });
}

/** A confirmed participant has all sittings in the calendar, at their times and place. */
const calendarHasEverySitting = (story: Story): Broken =>
  missing(story)
    .filter(({ onlyReminded }) => !onlyReminded)
    .map(({ broken }) => broken);

/** So it is if the last message did not arrive, and a reminder followed. */
const remindersBringTheCalendar = (story: Story): Broken =>
  missing(story)
    .filter(({ onlyReminded }) => onlyReminded)
    .map(({ broken }) => broken);

/** Somebody who is not confirmed any more has nothing left in the calendar. */
const calendarEndsWithTheSeat = (story: Story): Broken =>
  calendars(story)
    .filter(({ expected, has }) => expected.length === 0 && has.length > 0)
    .map(({ person, has }) => [
      person.reference,
      `is ${person.status}, and the calendar has ${has.map(({ uid }) => uid).join(', ')}`,
    ]);

/** A sitting that was removed, or moved, is in no calendar any more. */
const removedSittingsGo = (story: Story): Broken =>
  calendars(story).flatMap(({ person, has, expected }) =>
    expected.length === 0
      ? []
      : has
          .filter(({ times }) => !expected.includes(times))
          .map(
            ({ uid, times }) =>
              [person.reference, `${uid} at ${times} is still in the calendar`] as const,
          ),
  );

/** Nothing is cancelled in a calendar that never had it. */
const cancelsOnlyWhatWasSent = (story: Story): Broken =>
  [...new Set(story.mails.map(({ reference }) => reference))].flatMap((reference) => {
    if (reference === undefined) return [];
    const mails = mailsTo(story, { reference });
    return mails.flatMap((mail) =>
      mail.events
        .filter(({ cancelled }) => cancelled)
        .filter(
          ({ uid }) =>
            !mails.some(
              (earlier) =>
                earlier.at < mail.at &&
                (arrived(earlier) || (earlier.reportedAt ?? Number.POSITIVE_INFINITY) > mail.at) &&
                earlier.events.some((event) => event.uid === uid && !event.cancelled),
            ),
        )
        // Of a message without an answer and without a report nobody knows whether it was sent.
        .filter(() => !story.unanswered.some(({ to, at }) => to === mail.to && at < mail.at))
        .map(
          ({ uid }) => [reference, `${mail.kind} cancels ${uid}, which was never sent`] as const,
        ),
    );
  });

/**
 * Mails to somebody whose registration stands where the mail before it said that was read, each with that mail. One that
 * says another state need not say what else is new.
 */
function repeats(story: Story) {
  return [...new Set(story.mails.map(({ reference }) => reference))].flatMap((reference) => {
    if (reference === undefined) return [];
    const rows = Map.groupBy(mailsTo(story, { reference }), ({ to }) => to);
    return [...rows.values()].flatMap((mails) =>
      mails.flatMap((mail, at) => {
        const earlier = mails.slice(0, at);
        const read = earlier.findLast(arrived);
        const between = earlier.filter((one) => read !== undefined && one.at > read.at);
        if (read === undefined || read.language !== mail.language) return [];
        if (mail.status !== read.status || REMINDERS.has(mail.kind)) return [];
        // The service could not know that a message was accepted whose answer was lost, before SES reports it.
        if (read.unclear && (read.reportedAt === undefined || read.reportedAt > mail.at)) return [];
        // The service could not know of a bounce that was reported later.
        if (between.some(({ reportedAt }) => reportedAt === undefined || reportedAt > mail.at))
          return [];
        return [{ reference, mail, read }];
      }),
    );
  });
}

/** A mail names all details that differ from what its reader has read. */
const namesChangedDetails = (story: Story): Broken =>
  repeats(story).flatMap(({ reference, mail, read }) => {
    const named = (key: 'name' | 'representation') =>
      mail.changed?.includes(plain(t(mail.language, `mail.details-changed.${key}`))) ?? false;
    return [
      ...(mail.name !== read.name && !named('name') ? [`the new name ${mail.name}`] : []),
      ...(shown(mail, 'delegation') !== shown(read, 'delegation') && !named('representation')
        ? ['another delegation']
        : []),
    ].map((what) => [reference, `${mail.kind} does not name ${what}`] as const);
  });

/** The states of somebody who takes part, or may yet. The arrangements no longer matter to others. */
const TAKES_PART: ReadonlySet<Mail['status']> = new Set([
  'pending',
  'waitlisted',
  'offered',
  'confirmed',
]);

/** A mail to somebody who takes part marks all of the meeting that differs from what its reader has read. */
const namesChangedArrangements = (story: Story): Broken =>
  repeats(story)
    .filter(({ mail }) => TAKES_PART.has(mail.status))
    .flatMap(({ reference, mail, read }) =>
      (['when', 'where', 'sittings'] as const)
        .filter((fact) => shown(mail, fact) !== shown(read, fact))
        .filter((fact) => mail.facts[fact]?.before !== shown(read, fact))
        .map((fact) => [
          reference,
          `${mail.kind} says "${mail.facts[fact]?.before ?? 'nothing'}" was before, and ${read.kind} said "${shown(read, fact)}"`,
        ]),
    );

/** Everybody with an address that works is told once that the meeting is cancelled. */
function cancellationIsToldOnce(story: Story): Broken {
  if (!story.meeting.cancelled) return [];
  const count = (
    who: string,
    address: string,
    mails: readonly Accepted[],
    all: readonly Accepted[],
  ) => {
    if (!canKnow(story, address, all)) return [];
    const told = mails.filter(
      (mail, at) =>
        arrived(mail) &&
        !mails.slice(0, at).some((earlier) => earlier.unclear && arrived(earlier)) &&
        !story.asked.some(
          (one) => (one.who === who || one.who === address) && one.at < mail.at && at > 0,
        ),
    );
    return told.length === 1 ? [] : [[who, `told ${told.length} times`] as const];
  };
  return [
    ...story.people.filter(isLive).flatMap((person) => {
      const all = mailsTo(story, person, person.email);
      const told = all.filter(({ kind }) => kind === 'meeting-cancelled');
      return count(person.reference, person.email, told, all);
    }),
    ...story.focalPoints.flatMap((one) => {
      const all = mailsToFocalPoint(story, one);
      const told = all.filter(({ kind }) => kind === 'delegation-meeting-cancelled');
      return count(one.delegation, one.email, told, all);
    }),
  ];
}

/** Nothing goes to an address that is suppressed. */
const nothingToSuppressed = ({ mails, suppressed }: Story): Broken =>
  suppressed.flatMap(({ address, from, until = Number.POSITIVE_INFINITY }) =>
    mails
      .filter(({ to, at }) => to === address && at > from && at < until)
      .map(({ kind }) => [address, `${kind} was sent after the address was suppressed`] as const),
  );

/** The last mail to a focal point has the link that works, and says how the meeting is. */
function focalPointHasTheLink(story: Story): Broken {
  if (story.meeting.cancelled) return [];
  return story.focalPoints.flatMap((one) => {
    const mails = mailsToFocalPoint(story, one);
    if (!canKnow(story, one.email, mails)) return [];
    const withLink = mails.filter(({ links }) => links.length > 0).at(-1);
    const who = one.delegation;
    if (withLink === undefined) return [[who, 'has no link'] as const];
    if (!withLink.links.includes(one.url))
      return [[who, `${withLink.kind} has another link`] as const];
    const last = mails.filter(({ facts }) => facts.when !== undefined).at(-1);
    if (last === undefined) return [];
    return outdated(last, story.meeting).map((what) => [who, what] as const);
  });
}

/** A focal point is asked only about somebody who waits for the answer. */
const asksOnlyAboutWaiting = ({ mails }: Story): Broken =>
  mails
    .filter(({ waits }) => waits === false)
    .map(({ to, reference }) => [to, `asked about ${reference}, who does not wait`]);

/** The people who wait and about whom the focal point has read no question. It also returns what happened to the questions. */
function unasked(story: Story) {
  if (story.meeting.cancelled) return [];
  return story.focalPoints.flatMap((one) => {
    const mails = mailsToFocalPoint(story, one);
    if (!canKnow(story, one.email, mails)) return [];
    const questions = story.mails.filter(({ kind }) => kind === 'validation-wanted');
    return one.pending.flatMap((reference) => {
      const mine = mails.filter((mail) => mail.reference === reference);
      if (mine.some(arrived)) return [];
      // A question to organisers has no link of a delegation.
      const organisers = questions.some(
        (mail) => mail.reference === reference && mail.links.length === 0,
      );
      const why = mine.length > 0 ? 'unread' : organisers ? 'organisers' : 'never';
      return [{ who: one.delegation, reference, why } as const];
    });
  });
}

const isUnasked = (because: ReturnType<typeof unasked>[number]['why']) => (story: Story) =>
  unasked(story)
    .filter(({ why }) => why === because)
    .map(({ who, reference }) => [who, `has read no question about ${reference}`] as const);

const RULES = {
  'the last mail is true': lastMailIsTrue,
  'links work': linksWork,
  'the language is the one chosen': isInTheLanguage,
  'nothing is said twice': saysTwice('nothing'),
  'asking again while mail waits gives one mail': saysTwice('asked'),
  'a change is told in one mail': saysTwice('notice'),
  'what is taken back is not told': saysTwice('taken-back'),
  'a late report keeps a second copy back': saysTwice('late-report'),
  'the calendar has every sitting': calendarHasEverySitting,
  'a reminder brings the calendar that was not read': remindersBringTheCalendar,
  'the calendar ends with the seat': calendarEndsWithTheSeat,
  'removed sittings leave the calendar': removedSittingsGo,
  'only what was sent is cancelled': cancelsOnlyWhatWasSent,
  'details that changed are named until they are read': namesChangedDetails,
  'changes of the meeting are marked until they are read': namesChangedArrangements,
  'a cancelled meeting is told once': cancellationIsToldOnce,
  'nothing goes to a suppressed address': nothingToSuppressed,
  'the focal point has the link': focalPointHasTheLink,
  'only those who wait are asked about': asksOnlyAboutWaiting,
  'everybody who waits is asked about': isUnasked('never'),
  'a question is asked until it is read': isUnasked('unread'),
  'a new focal point is asked about those who wait': isUnasked('organisers'),
} as const satisfies Record<string, (story: Story) => Broken>;

/** All rules. */
export const RULE_NAMES = Object.keys(RULES) as Rule[];
