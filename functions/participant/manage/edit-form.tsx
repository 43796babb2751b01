import type { CategoryDecision } from '../../domain/eligibility/category.ts';
import { admissionOf, type Meeting } from '../../domain/meeting/meeting.ts';
import { questionsOf } from '../../domain/meeting/meeting-questions.ts';
import { questionsFor } from '../../domain/meeting/question.ts';
import { leaves } from '../../domain/registration/edit.ts';
import { managePath } from '../../domain/registration/private-link.ts';
import { isValidated } from '../../domain/registration/readmission.ts';
import { holdsSeat, type Registration } from '../../domain/registration/registration.ts';
import type { RepresentedRequest } from '../../domain/registration/registration-request.ts';
import { delegationName } from '../../language/delegation-name.ts';
import { type TextKey, t } from '../../language/index.ts';
import { reasonInWords } from '../../language/reason.ts';
import { CATEGORY_TEXTS } from '../../language/text-keys.ts';
import type { FormState } from '../../web/controls.tsx';
import { AboutYou, Contact, Data, FormPage, Needs } from '../registration/form.tsx';
import { Questions } from '../registration/questions.tsx';

type EditProps = {
  readonly meeting: Meeting;
  readonly registration: Registration;
  readonly form: FormState;
  /** The State, organisation or individual of the form, which can differ from the stored one, and its category. */
  readonly represented: RepresentedRequest;
  readonly decision: CategoryDecision;
  /** True if registration is open, so that every field can change. */
  readonly open: boolean;
};

/** The form for an existing registration, filled in. */
export function EditForm(props: EditProps) {
  const { meeting, registration, form, represented, decision, open } = props;
  const { language } = form;
  const address = managePath(registration);
  const questions = questionsFor(questionsOf(meeting), decision.category);
  return (
    <FormPage meeting={meeting} form={form} heading={t(language, 'edit.title')}>
      <p class="reference ltr">{registration.reference}</p>
      <TakingPart {...props} />
      <form method="post" action={`${address}/edit`} novalidate>
        {Object.entries({ ...represented, version: registration.version }).map(([name, value]) => (
          <input type="hidden" name={name} value={String(value)} />
        ))}
        {!leaves(registration, represented, meeting) && isValidated(registration, meeting) && (
          <div class="notice">
            <p>{t(language, 'edit.renaming')}</p>
          </div>
        )}
        <AboutYou form={form} represented={represented} />
        <Contact
          form={form}
          hint={t(language, 'edit.email-hint')}
          fixed={!open && registration.email !== undefined}
        />
        <Needs form={form} questions={questions} />
        <Questions form={form} questions={questions} />
        <Data form={form} meeting={meeting} accepted={registration.privacyNotice !== undefined} />
        <div class="actions">
          <button class="button" type="submit">
            {t(language, 'edit.save')}
          </button>
          <a class="button quiet" href={address}>
            {t(language, 'edit.cancel')}
          </a>
        </div>
      </form>
    </FormPage>
  );
}

/** The category with its reason, and what a change of category or delegation does. */
function TakingPart(props: EditProps) {
  const { meeting, registration, form, represented, decision, open } = props;
  const { language } = form;
  const name = delegationName(language, represented);
  const chosen = new URLSearchParams({ ...represented, change: 'yes' });
  const leaving = leaves(registration, represented, meeting);
  const consequence = leaving && consequenceOf(props);
  return (
    <>
      <div class="notice">
        <p>
          {t(language, leaving ? 'edit.would-take-part-as' : 'edit.taking-part-as')}
          <strong class="category">
            {name === undefined
              ? t(language, CATEGORY_TEXTS[decision.category])
              : t(language, 'form.delegation-as', {
                  name,
                  category: t(language, CATEGORY_TEXTS[decision.category]),
                })}
          </strong>
        </p>
        <p>{reasonInWords(language, decision.reason)}</p>
        <p>
          {open ? (
            <a href={`${managePath(registration)}/edit?${chosen}`}>{t(language, 'form.change')}</a>
          ) : (
            t(language, 'edit.fixed', { contact: meeting.contactEmail })
          )}
        </p>
      </div>
      {consequence && (
        <div class="notice wrong">
          <p>{t(language, LEAVING_TEXTS[consequence])}</p>
        </div>
      )}
    </>
  );
}

const LEAVING_TEXTS = {
  validated: 'edit.leaving.validated',
  seat: 'edit.leaving.seat',
  pending: 'edit.leaving.pending',
  waitlisted: 'edit.leaving.waitlisted',
} as const satisfies Record<string, TextKey>;

/** What saving does when the category or delegation changes. */
function consequenceOf({ meeting, registration, decision }: EditProps): keyof typeof LEAVING_TEXTS {
  if (admissionOf(meeting, decision.category) === 'validated') return 'validated';
  if (holdsSeat(registration.status)) return 'seat';
  return registration.status === 'waitlisted' ? 'waitlisted' : 'pending';
}
