import { IntlMessageFormat } from 'intl-messageformat';
import type { Language } from '../domain/shared/languages.ts';
import { say, type TextKey, type ValuesOf } from './index.ts';

/** The texts that the organisers of a meeting may word themselves: what is said, and nothing of what is promised. */
export const OWN_TEXTS = [
  'form.no-account',
  'form.validated',
  'form.code-hint',
  'registration.confirmed.lead',
  'registration.pending.lead',
  'registration.waitlisted.lead',
  'registration.withdrawn.lead',
  'mail.confirmation.lead',
  'mail.confirmation.calendar',
  'mail.acknowledgement.lead',
  'mail.waiting-list.lead',
  'mail.waiting-list.travel',
  'mail.offer.lead',
  'mail.offer-expiring.lead',
  'mail.offer-expired.lead',
  'mail.declined.lead',
  'mail.withdrawal.lead',
  'mail.withdrawal.again',
  'mail.details-changed.lead',
  'mail.nomination.lead',
  'mail.nomination.details',
  'mail.replaced.lead',
  'mail.meeting-changed.lead',
  'mail.meeting-cancelled.lead',
  'mail.meeting-cancelled.travel',
  'mail.meeting-reminder.lead',
  'mail.thank-you.lead',
  'mail.delegation-invitation.lead',
  'mail.nomination-reminder.lead',
  'mail.delegation-meeting-cancelled.lead',
] as const satisfies readonly TextKey[];
export type OwnTextKey = (typeof OWN_TEXTS)[number];

/** What a meeting's organisers have worded themselves: by language, by key. Checked by own-texts-check.ts. */
export type OwnTexts = {
  readonly [L in Language]?: Readonly<Record<string, string>> | undefined;
};

/**
 * As `say`, in the organisers' own words where they have some in `language`. Words of theirs that do not fit what this
 * release fills in, as a release before it checked them, give way to the usual ones: the message matters more.
 */
export function sayOwn<K extends OwnTextKey>(
  { texts }: { readonly texts?: OwnTexts | undefined },
  language: Language,
  key: K,
  ...values: ValuesOf<K>
): string {
  const own = texts?.[language]?.[key];
  if (own !== undefined)
    try {
      const format = new IntlMessageFormat(own, language, undefined, { ignoreTag: true });
      return String(format.format(values[0] ?? {}));
    } catch {}
  return say(language, key, ...values);
}
