import { IntlMessageFormat } from 'intl-messageformat';
import type { Language } from '../domain/shared/languages.ts';
import { type TextKey, t, type ValuesOf } from './index.ts';

/**
 * The texts that the organisers of a meeting may word themselves. Texts with a promise or an obligation are not among
 * them.
 */
export const OVERRIDABLE_TEXTS = [
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
export type OverridableKey = (typeof OVERRIDABLE_TEXTS)[number];

/** A meeting's own texts, by language and key. text-overrides-check.ts checks them. */
export type TextOverrides = {
  readonly [L in Language]?: Readonly<Record<string, string>> | undefined;
};

/**
 * Like `t`, but with the organisers' own text, if there is one in `language`. An own text that an older release
 * accepted may not fit the placeholders of this one. Then the usual text is used, so that the message is still sent.
 */
export function tWithOverrides<K extends OverridableKey>(
  { texts }: { readonly texts?: TextOverrides | undefined },
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
  return t(language, key, ...values);
}
