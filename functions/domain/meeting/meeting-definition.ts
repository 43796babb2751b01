import * as z from 'zod';
import { CATEGORIES } from '../eligibility/category.ts';
import { CONVENTION_IDS } from '../eligibility/convention.ts';
import { STATE_CODES } from '../eligibility/states.ts';
import { BOT_CHECKS } from '../shared/bot-check.ts';
import { email } from '../shared/email-field.ts';
import { UN_LANGUAGES } from '../shared/languages.ts';
import { localised } from '../shared/localised.ts';
import { line, lines } from '../shared/text.ts';
import { isTimeZone } from '../shared/time-zone.ts';
import { isMeetingId } from './meeting-id.ts';
import { questionsDefinition } from './question-definition.ts';
import { rosterEntry } from './roster-entry.ts';
import { sittingProblems, TIME } from './sittings.ts';

/** A day of the calendar, `YYYY-MM-DD`. */
export const day = z.iso.date();

/** A time of the day, `HH:MM`. */
const time = z.string().regex(TIME, 'not a time of the day such as 09:30');

const ceiling = z.int().min(0).max(100_000);

const timeZone = z
  .string()
  .refine(isTimeZone, { error: 'not an IANA time zone such as Asia/Bangkok' });

/**
 * How a category is admitted. `open`: confirmed at once. `validated`: a focal point or an organiser validates each
 * person. `invited`: only with a code. `closed`: refused.
 */
const ADMISSIONS = ['open', 'validated', 'invited', 'closed'] as const;
export type Admission = (typeof ADMISSIONS)[number];

/** The days on which a message is sent, as numbers of days before another day. */
const daysBefore = z
  .array(z.int().min(0).max(365))
  .max(10)
  .refine((days) => new Set(days).size === days.length, 'names a day twice');

/** Schema of a meeting as an organiser defines it. Each meeting is one JSON file. */
export const meetingDefinition = z
  .strictObject({
    /** The id in web addresses, e.g. `bangkok-2014`. */
    id: z
      .string()
      .refine(isMeetingId, 'use up to 60 lower-case letters, digits and single hyphens'),
    /** The first part of its references, e.g. `BKK14`. It is unique in a stage. */
    referencePrefix: z
      .string()
      .regex(/^[A-Z][A-Z0-9]{1,7}$/, 'use 2 to 8 capital letters and digits'),
    /** The treaty whose Parties meet. It decides who is a Party and who is an observer. */
    convention: z.enum(CONVENTION_IDS),
    title: localised(line(300)),
    summary: localised(lines(2000)).optional(),
    venue: z.strictObject({
      name: localised(line(200)),
      city: localised(line(100)),
      country: z.enum(STATE_CODES),
    }),
    timeZone,
    /** The first and the last day, in the meeting's time zone. */
    startsOn: day,
    endsOn: day,
    /** The sittings, in local times. Without them calendars show whole days. */
    sittings: z
      .array(
        z.strictObject({
          day,
          start: time,
          end: time,
          title: localised(line(200)).optional(),
        }),
      )
      .min(1)
      .max(60)
      .optional(),
    /** The online link. Only confirmed people see it. */
    link: z
      .url({ protocol: /^https$/, error: 'not an address that begins with https://' })
      .max(1000)
      .optional(),
    /** The first and the last day on which the form accepts registrations, in the meeting's time zone. */
    registration: z.strictObject({ opensOn: day, closesOn: day }),
    /** The seats of the whole meeting. If missing, there is no ceiling. */
    ceiling: ceiling.optional(),
    /** Whether people join a waiting list when the meeting is full. Otherwise they are refused. */
    waitingList: z.boolean().default(true),
    /** How many hours an offered seat is kept. */
    offerHours: z.int().min(1).max(720).default(48),
    /** The admitted categories. A category that is not named is closed. */
    categories: z.partialRecord(
      z.enum(CATEGORIES),
      z.strictObject({
        admission: z.enum(ADMISSIONS),
        ceiling: ceiling.optional(),
        /** The seats of each delegation in this category. */
        delegationCeiling: ceiling.optional(),
      }),
    ),
    /** Whether the form has a check against machines that register in large numbers. The default is `none`. */
    botCheck: z.enum(BOT_CHECKS).optional(),
    /**
     * The people who receive the list of participants by e-mail, and who validate if a delegation has no focal point.
     */
    organisers: z
      .array(
        z.strictObject({
          name: line(200),
          email,
          language: z.enum(UN_LANGUAGES).default('en'),
        }),
      )
      .min(1)
      // One transaction may have to write to all of them.
      .max(40),
    /** Participants write to this address, and replies to Plenary's messages go there. */
    contactEmail: email,
    /** What participants read about their data. A new wording needs a new version. */
    privacyNotice: z.strictObject({ version: line(40), text: localised(lines(5000)) }),
    /** How many days after the meeting personal data is kept: see privacy/retention.ts. */
    retention: z
      .strictObject({
        /** Addresses and telephone numbers. */
        contactDays: z.int().min(0).max(3650).default(90),
        /** Names and other identifying data. If missing, the list of participants is kept for good, as in archives. */
        identityDays: z.int().min(0).max(36500).optional(),
      })
      .default({ contactDays: 90 }),
    /** The reminders. notifications/reminders.ts has the defaults. */
    reminders: z
      .strictObject({
        /** Days before registration closes. They go to focal points without a registered person. */
        nominationDays: daysBefore.optional(),
        /** Days before the first day. They go to confirmed people. */
        meetingDays: daysBefore.optional(),
        /** Whether people who were confirmed get thanks. The default: yes if `thankYou` has a text. */
        thankYou: z.boolean().optional(),
      })
      .optional(),
    /** How to reach and enter the place. Reminders and the private page of confirmed people show it. */
    practicalInformation: localised(lines(4000)).optional(),
    /** The text of the thanks after the last day. */
    thankYou: localised(lines(4000)).optional(),
    /** The organisers' own wording of texts, by language and key. language/text-overrides.ts lists the keys. */
    texts: z
      .partialRecord(z.enum(UN_LANGUAGES), z.record(z.string().max(100), line(1000)))
      .optional(),
    /** The meeting's questions, in addition to the fields that every meeting has. */
    questions: questionsDefinition.optional(),
    /** People known to have taken part in a meeting that was not run on Plenary. */
    roster: z.array(rosterEntry).optional(),
  })
  .superRefine((meeting, context) => {
    const order = (path: string[], first: string, second: string, message: string) => {
      if (first > second) context.addIssue({ code: 'custom', path, message });
    };
    order(['endsOn'], meeting.startsOn, meeting.endsOn, 'is before startsOn');
    const { opensOn, closesOn } = meeting.registration;
    order(['registration', 'closesOn'], opensOn, closesOn, 'is before opensOn');
    order(['registration', 'closesOn'], closesOn, meeting.endsOn, 'is after endsOn');
    const { contactDays, identityDays = contactDays } = meeting.retention;
    if (identityDays < contactDays)
      context.addIssue({
        code: 'custom',
        path: ['retention', 'identityDays'],
        message: 'is less than contactDays: addresses cannot be kept longer than names',
      });
    for (const { path, message } of sittingProblems(meeting))
      context.addIssue({ code: 'custom', path, message });
    if (Object.keys(meeting.categories).length === 0)
      context.addIssue({ code: 'custom', path: ['categories'], message: 'admits nobody' });
  });

/** What happened to a meeting after its definition. No file contains this. */
type MeetingState = {
  /**
   * Increases from 1 with every change that calendars need. It is part of the sequence of calendar entries, and it
   * identifies the arrangements that a reader was told.
   */
  readonly calendarRevision?: number | undefined;
  /** When and why the meeting was cancelled. A cancellation is final. */
  readonly cancelled?: { readonly at: string; readonly reason: string } | undefined;
};

/** A meeting, parsed and checked, with its state. */
export type Meeting = z.infer<typeof meetingDefinition> & MeetingState;
