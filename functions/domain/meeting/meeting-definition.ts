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
 * How a category is admitted: `open` registrations are confirmed at once, `validated` ones wait for the yes of
 * their focal point or of an organiser, `invited` ones need a code, `closed` ones are refused.
 */
export const ADMISSIONS = ['open', 'validated', 'invited', 'closed'] as const;
export type Admission = (typeof ADMISSIONS)[number];

/** On which days something is sent, counted back from another day: a reminder on each of them. */
const daysBefore = z
  .array(z.int().min(0).max(365))
  .max(10)
  .refine((days) => new Set(days).size === days.length, 'names a day twice');

/** A meeting as an organiser defines it, one JSON file each. */
export const meetingDefinition = z
  .strictObject({
    /** What addresses call it, e.g. `bangkok-2014`. */
    id: z
      .string()
      .refine(isMeetingId, 'use up to 60 lower-case letters, digits and single hyphens'),
    /** What its references begin with, e.g. `BKK14`: no other meeting of the stage has it. */
    referencePrefix: z
      .string()
      .regex(/^[A-Z][A-Z0-9]{1,7}$/, 'use 2 to 8 capital letters and digits'),
    /** The treaty whose Parties meet: who is a Party and who an observer follows from it. */
    convention: z.enum(CONVENTION_IDS),
    title: localised(line(300)),
    summary: localised(lines(2000)).optional(),
    venue: z.strictObject({
      name: localised(line(200)),
      city: localised(line(100)),
      country: z.enum(STATE_CODES),
    }),
    timeZone,
    /** First and last day, in the meeting's time zone. */
    startsOn: day,
    endsOn: day,
    /** When it sits, in local times of its time zone; without them calendars show whole days. */
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
    /** Where it is attended online. People who are confirmed are told, and nobody else. */
    link: z
      .url({ protocol: /^https$/, error: 'not an address that begins with https://' })
      .max(1000)
      .optional(),
    /** First and last day on which the form takes registrations, in the meeting's time zone. */
    registration: z.strictObject({ opensOn: day, closesOn: day }),
    /** Seats of the whole meeting; without it there is no ceiling. */
    ceiling: ceiling.optional(),
    /** Whether those for whom no seat is left may wait for one; otherwise they are refused. */
    waitingList: z.boolean().default(true),
    /** For how many hours a seat that has come free is kept for whoever it is offered to. */
    offerHours: z.int().min(1).max(720).default(48),
    /** The categories it admits. One that is not named is closed. */
    categories: z.partialRecord(
      z.enum(CATEGORIES),
      z.strictObject({
        admission: z.enum(ADMISSIONS),
        ceiling: ceiling.optional(),
        /** Seats of each delegation of this category. */
        delegationCeiling: ceiling.optional(),
      }),
    ),
    /** Whether the form is checked against machines that register in large numbers: `none` if left out. */
    botCheck: z.enum(BOT_CHECKS).optional(),
    /** Who receives the list of participants by e-mail; and who is asked where a delegation has no focal point. */
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
    /** Where participants write to; replies to Plenary's messages go there. */
    contactEmail: email,
    /** What participants are told about their data. A change of wording is a new version. */
    privacyNotice: z.strictObject({ version: line(40), text: localised(lines(5000)) }),
    /** For how many days after the meeting what is known of people is kept: see retention.ts. */
    retention: z
      .strictObject({
        /** Addresses and telephone numbers. */
        contactDays: z.int().min(0).max(3650).default(90),
        /** Who it was; without it the list of participants is kept for good, as archives do. */
        identityDays: z.int().min(0).max(36500).optional(),
      })
      .default({ contactDays: 90 }),
    /** What is sent at its time, with the days of reminders.ts where it says nothing. */
    reminders: z
      .strictObject({
        /** Days before registration closes: to focal points of whose delegation nobody is registered. */
        nominationDays: daysBefore.optional(),
        /** Days before the first day: to those who are confirmed. */
        meetingDays: daysBefore.optional(),
        /** Whether those who were confirmed are thanked; without it, where `thankYou` has the words. */
        thankYou: z.boolean().optional(),
      })
      .optional(),
    /** What participants must know to get there and in: in reminders, and on the private page of the confirmed. */
    practicalInformation: localised(lines(4000)).optional(),
    /** What those who took part are told after the last day, with thanks. */
    thankYou: localised(lines(4000)).optional(),
    /** Texts in the organisers' own words, by language and key: language/text-overrides.ts says which may be. */
    texts: z
      .partialRecord(z.enum(UN_LANGUAGES), z.record(z.string().max(100), line(1000)))
      .optional(),
    /** What the form asks beside what it asks for every meeting. */
    questions: questionsDefinition.optional(),
    /** People known to have taken part, for a meeting that was not run on Plenary. */
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
        message: 'is less than contactDays: nobody is kept who is no longer known',
      });
    for (const { path, message } of sittingProblems(meeting))
      context.addIssue({ code: 'custom', path, message });
    if (Object.keys(meeting.categories).length === 0)
      context.addIssue({ code: 'custom', path: ['categories'], message: 'admits nobody' });
  });

/** What became of a meeting since it was defined: nobody writes this into a file. */
export type MeetingState = {
  /**
   * Counts up from 1 with every change that calendars must take over: the sequence of calendar entries counts with it, and
   * it names the arrangements that a reader was told.
   */
  readonly calendarRevision?: number | undefined;
  /** When and why it was called off, for good. */
  readonly cancelled?: { readonly at: string; readonly reason: string } | undefined;
};

/** A meeting, parsed and checked, with what became of it. */
export type Meeting = z.infer<typeof meetingDefinition> & MeetingState;
