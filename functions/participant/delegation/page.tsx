import type { Child } from 'hono/jsx';
import { categoryOfDelegation, nominationRefusal } from '../../domain/delegation/delegation.ts';
import { noteFileOf } from '../../domain/delegation/note-file.ts';
import { remindersOf } from '../../domain/notifications/reminders.ts';
import { isLive, type Registration } from '../../domain/registration/registration.ts';
import { inLanguage, type Language } from '../../domain/shared/languages.ts';
import { dayInWords } from '../../language/day.ts';
import { delegationName } from '../../language/delegation-name.ts';
import { t } from '../../language/index.ts';
import { whereAndWhen } from '../../language/place.ts';
import { reasonInWords } from '../../language/reason.ts';
import { langAttributes } from '../../language/run.ts';
import { gapAfter } from '../../language/sentences.ts';
import { CATEGORY_TEXTS } from '../../language/text-keys.ts';
import { Words } from '../../language/words.tsx';
import { Summary } from '../../web/controls.tsx';
import { Page } from '../../web/layout.tsx';
import { Reminders } from '../manage/reminders-section.tsx';
import { People } from './person.tsx';
import { type DelegationView, nameOf } from './view-model.ts';
import type { DelegationContext } from './with-delegation.ts';

/** The message after an action: success or failure. */
export type Flash =
  | { readonly good: string }
  | { readonly wrong: { readonly title: string; readonly detail: string } };

type DelegationPageProps = {
  readonly language: Language;
  readonly context: DelegationContext;
  readonly view: DelegationView;
  readonly now: Date;
  readonly flash?: Flash | undefined;
};

/** The page of a focal point: the people of the delegation and the answers they wait for. */
export function DelegationPage({ language, context, view, now, flash }: DelegationPageProps) {
  const { meeting, delegation, address } = context;
  const name = delegationName(language, delegation) ?? '';
  const title = t(language, 'delegation.title', { name });
  const { pending, coming, waiting, ended } = view;
  const nominates = nominationRefusal(meeting, delegation, now) === undefined;
  const hasReminders =
    delegation.remindersStoppedAt !== undefined || remindersOf(meeting).nominationDays.length > 0;
  const group = { language, meeting, now, address, deliveries: view.deliveries };
  return (
    <Page
      language={language}
      title={`${title}: ${inLanguage(meeting.title, language)}`}
      failed={flash !== undefined && 'wrong' in flash}
    >
      {flash && <FlashNotice flash={flash} />}
      <p class="eyebrow">
        <a href={`/meetings/${meeting.id}`} {...langAttributes(meeting.title, language)}>
          {inLanguage(meeting.title, language)}
        </a>
        <br />
        <Words of={whereAndWhen(language, meeting)} />
      </p>
      <h1>{title}</h1>
      {meeting.cancelled ? (
        <div class="notice">
          <h2>{t(language, 'meeting.cancelled')}</h2>
          <p>{t(language, 'meeting.cancelled.lead', { reason: meeting.cancelled.reason })}</p>
        </div>
      ) : (
        <>
          <p class="lead">{leadOf(language, view)}</p>
          <Heads language={language} people={view.people} />
        </>
      )}
      <Facts language={language} context={context} view={view} now={now} />
      {nominates && (
        <div class="actions">
          <a class="button" href={`${address}/nominate`}>
            {t(language, 'delegation.nominate')}
          </a>
        </div>
      )}
      <People {...group} title={t(language, 'delegation.pending')} people={pending} />
      <People {...group} title={t(language, 'delegation.coming')} people={coming} />
      <People
        {...group}
        title={t(language, 'delegation.waiting')}
        hint={t(language, 'delegation.waiting.hint')}
        people={waiting}
      />
      <People {...group} title={t(language, 'delegation.ended')} people={ended} />
      {nominates && hasReminders && (
        <Reminders
          language={language}
          address={address}
          stopped={delegation.remindersStoppedAt !== undefined}
        >
          {delegation.remindersStoppedAt === undefined
            ? t(language, 'delegation.reminders.on')
            : t(language, 'delegation.reminders.off')}
        </Reminders>
      )}
      <p class="hint foot">
        {t(language, 'delegation.private', { contact: meeting.contactEmail })}
      </p>
    </Page>
  );
}

function leadOf(language: Language, { people, pending }: DelegationView): string {
  if (people.length === 0) return t(language, 'delegation.none');
  if (pending.length === 0) return t(language, 'delegation.lead');
  return t(language, 'delegation.lead.pending', { count: pending.length });
}

function FlashNotice({ flash }: { readonly flash: Flash }) {
  if ('good' in flash)
    return (
      <div class="notice good" role="status">
        <p>{flash.good}</p>
      </div>
    );
  return (
    <div class="error-summary" role="alert" tabindex={-1} aria-labelledby="error-summary">
      <h2 id="error-summary">{flash.wrong.title}</h2>
      <p>{flash.wrong.detail}</p>
    </div>
  );
}

/** People choose the role of head on the form. If two have, the focal point decides. */
function Heads({
  language,
  people,
}: {
  readonly language: Language;
  readonly people: readonly Registration[];
}) {
  const heads = people.filter((one) => one.delegationRole === 'head' && isLive(one.status));
  if (heads.length < 2) return null;
  const names = new Intl.ListFormat(language).format(heads.map(nameOf));
  return (
    <div class="notice">
      <p>{t(language, 'delegation.heads', { names })}</p>
    </div>
  );
}

function Facts({
  language,
  context,
  view: { seats, held },
  now,
}: Pick<DelegationPageProps, 'language' | 'context' | 'view' | 'now'>) {
  const { meeting, delegation, address } = context;
  const { category, reason } = categoryOfDelegation(meeting, delegation);
  const { note, focalPoint } = delegation;
  const { taken, ceiling, left } = seats;
  const isFull = left === 0 && (ceiling === undefined || taken < ceiling);
  const seatsInWords = [
    ceiling === undefined
      ? t(language, 'delegation.seats.taken', { taken })
      : t(language, 'delegation.seats.of', { taken, ceiling }),
    left === undefined
      ? t(language, 'delegation.seats.no-limit')
      : t(language, 'delegation.seats.left', { left }),
    ...(isFull && (held || ceiling !== undefined)
      ? [t(language, held ? 'delegation.seats.held' : 'delegation.seats.meeting-full')]
      : []),
  ].join('\n');
  const noteInWords =
    note === undefined
      ? t(language, 'delegation.note.none')
      : t(language, 'delegation.note.of', {
          reference: note.reference,
          date: dayInWords(language, note.date),
        });
  return (
    <Summary
      rows={[
        {
          term: t(language, 'registration.category'),
          value: `${t(language, CATEGORY_TEXTS[category])}\n${reasonInWords(language, reason)}`,
        },
        { term: t(language, 'delegation.seats'), value: seatsInWords },
        { term: t(language, 'delegation.focal-point'), value: focalPoint.name },
        {
          term: t(language, 'delegation.note'),
          value: (
            <>
              {noteInWords}
              {gapAfter(noteInWords)}
              {!meeting.cancelled && (
                <a href={`${address}/note`}>
                  {t(
                    language,
                    note === undefined ? 'delegation.note.add' : 'delegation.note.change',
                  )}
                </a>
              )}
            </>
          ),
        },
        ...fileRow(language, context, now),
        ...(meeting.cancelled
          ? []
          : [
              {
                term: t(language, 'meeting.registration'),
                value: t(language, 'delegation.closes', {
                  closesOn: dayInWords(language, meeting.registration.closesOn),
                }),
              },
            ]),
      ]}
    />
  );
}

/** The note of nomination as a file, if the stage stores files. */
function fileRow(
  language: Language,
  { meeting, delegation, address, notes }: DelegationContext,
  now: Date,
): { term: string; value: Child }[] {
  if (notes === undefined) return [];
  const file = noteFileOf(delegation, meeting, now);
  const megabytes = Math.max(0.1, Math.round((file?.bytes ?? 0) / 1e5) / 10);
  const said =
    file === undefined
      ? t(language, 'delegation.file.none')
      : t(language, 'delegation.file.kept', {
          size: new Intl.NumberFormat(language).format(megabytes),
        });
  const value = (
    <>
      {said}
      {gapAfter(said)}
      {file && (
        <>
          <a href={`${address}/note.pdf`}>{t(language, 'delegation.file.save')}</a>{' '}
        </>
      )}
      {!meeting.cancelled && (
        <a href={`${address}/note/file`}>
          {t(language, file ? 'delegation.file.replace' : 'delegation.file.send')}
        </a>
      )}
    </>
  );
  return [{ term: t(language, 'delegation.file'), value }];
}
