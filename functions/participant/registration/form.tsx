import {
  type Category,
  type CategoryDecision,
  ORGANISATION_KINDS,
  type OrganisationKind,
  REPRESENTATIONS,
  type Representation,
} from '../../domain/eligibility/category.ts';
import { ROLES_OF } from '../../domain/eligibility/delegation-role.ts';
import { STATE_CODES } from '../../domain/eligibility/states.ts';
import { type Admission, admissionOf, admits, type Meeting } from '../../domain/meeting/meeting.ts';
import { questionsOf } from '../../domain/meeting/meeting-questions.ts';
import { type Question, questionsFor } from '../../domain/meeting/question.ts';
import { LIST_CONSENTS } from '../../domain/registration/registration.ts';
import type { RepresentedRequest } from '../../domain/registration/registration-request.ts';
import { inLanguage, type Language } from '../../domain/shared/languages.ts';
import { delegationName } from '../../language/delegation-name.ts';
import { LANGUAGES, type TextKey, t } from '../../language/index.ts';
import { whereAndWhen } from '../../language/place.ts';
import { reasonInWords } from '../../language/reason.ts';
import { langAttributes } from '../../language/run.ts';
import { compareStates, stateName } from '../../language/states.ts';
import {
  CATEGORY_TEXTS,
  LANGUAGE_NAMES,
  LIST_CONSENT_TEXTS,
  ROLE_TEXTS,
} from '../../language/text-keys.ts';
import { tWithOverrides } from '../../language/text-overrides.ts';
import { Words } from '../../language/words.tsx';
import {
  Checkbox,
  ErrorSummary,
  type FormState,
  Radios,
  Select,
  TextArea,
  TextField,
} from '../../web/controls.tsx';
import { Page } from '../../web/layout.tsx';
import { BotCheck } from './bot-check.tsx';
import { Questions } from './questions.tsx';

type FormProps = { readonly meeting: Meeting; readonly form: FormState };

/** The frame of both steps: the meeting and the errors. */
export function FormPage({
  meeting,
  form,
  heading = t(form.language, 'form.title'),
  children,
}: FormProps & { readonly heading?: string | undefined; readonly children: unknown }) {
  const { language } = form;
  const title = inLanguage(meeting.title, language);
  return (
    <Page language={language} title={`${heading}: ${title}`} failed={form.errors.length > 0}>
      <ErrorSummary form={form} />
      <p class="eyebrow">
        <a href={`/meetings/${meeting.id}`} {...langAttributes(meeting.title, language)}>
          {title}
        </a>
        <br />
        <Words of={whereAndWhen(language, meeting)} />
      </p>
      <h1>{heading}</h1>
      {children as never}
    </Page>
  );
}

/** The possible categories of a State. */
const STATE_CATEGORIES: readonly Category[] = ['party', 'observer-state', 'associate-member'];

const ORGANISATION_KIND_TEXTS = {
  igo: 'organisation-kind.igo',
  ngo: 'organisation-kind.ngo',
  media: 'organisation-kind.media',
  host: 'organisation-kind.host',
  secretariat: 'organisation-kind.secretariat',
} as const satisfies Record<OrganisationKind, TextKey>;

const REPRESENTATION_TEXTS = {
  state: 'form.represented.state',
  organisation: 'form.represented.organisation',
  individual: 'form.represented.individual',
} as const satisfies Record<Representation, TextKey>;

type RepresentedProps = FormProps & {
  /** When editing: where the form is sent, and its heading. */
  readonly editing?: { readonly action: string; readonly heading: string };
};

/** The first step: the State, organisation or individual. It changes nothing, so it is a GET. */
export function RepresentedForm({ meeting, form, editing }: RepresentedProps) {
  const { language } = form;
  const kinds = ORGANISATION_KINDS.filter((kind) => admits(meeting, kind));
  const possible = {
    state: STATE_CATEGORIES.some((category) => admits(meeting, category)),
    organisation: kinds.length > 0,
    individual: admits(meeting, 'guest'),
  };
  const nested = {
    state: (
      <Select
        form={form}
        name="state"
        label={t(language, 'field.state')}
        options={stateOptions(language)}
      />
    ),
    organisation: (
      <>
        <TextField
          form={form}
          name="organisation"
          label={t(language, 'field.organisation')}
          autocomplete="organization"
        />
        <Select
          form={form}
          name="organisationKind"
          label={t(language, 'field.organisationKind')}
          options={kinds.map((value) => ({
            value,
            text: t(language, ORGANISATION_KIND_TEXTS[value]),
          }))}
        />
      </>
    ),
    individual: undefined,
  };
  return (
    <FormPage meeting={meeting} form={form} heading={editing?.heading}>
      {editing === undefined && <p>{tWithOverrides(meeting, language, 'form.no-account')}</p>}
      <form method="get" action={editing?.action ?? `/meetings/${meeting.id}/register`} novalidate>
        <Radios
          form={form}
          name="representation"
          label={t(language, 'form.represented')}
          options={REPRESENTATIONS.filter((value) => possible[value]).map((value) => ({
            value,
            text: t(language, REPRESENTATION_TEXTS[value]),
            nested: nested[value],
          }))}
        />
        {form.values.code !== undefined && (
          <input type="hidden" name="code" value={form.values.code} />
        )}
        <button class="button" type="submit">
          {t(language, 'form.continue')}
        </button>
      </form>
    </FormPage>
  );
}

function stateOptions(language: Language) {
  const compare = compareStates(language);
  return STATE_CODES.map((value) => ({ value, text: stateName(value, language) })).sort((a, b) =>
    compare(a.value, b.value),
  );
}

type PersonProps = FormProps & {
  readonly represented: RepresentedRequest;
  readonly decision: CategoryDecision;
  /** The id of this form, so that sending it twice registers once. */
  readonly submission: string;
  /** True if registration is closed: the form shows what was typed and cannot be sent. */
  readonly closed?: boolean;
};

/** The second step: the category with its reason, and the fields about the person. */
export function PersonForm(props: PersonProps) {
  const { meeting, form, represented, decision, submission, closed = false } = props;
  const { language } = form;
  const address = `/meetings/${meeting.id}/registrations`;
  const questions = questionsFor(questionsOf(meeting), decision.category);
  return (
    <FormPage meeting={meeting} form={form}>
      <Attending meeting={meeting} form={form} represented={represented} decision={decision} />
      <form method="post" action={address} novalidate>
        {Object.entries({ ...represented, submission }).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <InvitationCode
          meeting={meeting}
          form={form}
          admission={admissionOf(meeting, decision.category)}
        />
        <AboutYou form={form} represented={represented} />
        <Contact form={form} />
        <Needs form={form} questions={questions} />
        <Questions form={form} questions={questions} />
        <Data form={form} meeting={meeting} />
        {meeting.botCheck === 'proof-of-work' && form.values.botCheck !== undefined && (
          <BotCheck language={language} value={form.values.botCheck} />
        )}
        {closed ? (
          <p class="notice">{t(language, 'form.closed', { contact: meeting.contactEmail })}</p>
        ) : (
          <button class="button" type="submit">
            {t(language, 'form.submit')}
          </button>
        )}
      </form>
    </FormPage>
  );
}

/** The category and its reason, shown before anything is sent. */
function Attending({
  meeting,
  form: {
    language,
    values: { code },
  },
  represented,
  decision: { category, reason },
}: Omit<PersonProps, 'submission' | 'closed'>) {
  const chosen = new URLSearchParams({
    ...represented,
    ...(code !== undefined && { code }),
    change: 'yes',
  });
  const name = delegationName(language, represented);
  return (
    <div class="notice">
      <p>
        {t(language, 'form.attending-as')}
        <strong class="category">
          {name === undefined
            ? t(language, CATEGORY_TEXTS[category])
            : t(language, 'form.delegation-as', {
                name,
                category: t(language, CATEGORY_TEXTS[category]),
              })}
        </strong>
      </p>
      <p>{reasonInWords(language, reason)}</p>
      {admissionOf(meeting, category) === 'validated' && (
        <p>{tWithOverrides(meeting, language, 'form.validated')}</p>
      )}
      <p>
        <a href={`/meetings/${meeting.id}/register?${chosen}`}>{t(language, 'form.change')}</a>
      </p>
    </div>
  );
}

/**
 * The invitation code: required if the category is `invited`; if it is `validated`, a code replaces the validation.
 */
function InvitationCode({
  form,
  meeting,
  admission,
}: FormProps & { readonly admission: Admission }) {
  const { language } = form;
  if (admission === 'open' || admission === 'closed') return null;
  return (
    <TextField
      form={form}
      name="code"
      label={t(language, 'field.code')}
      hint={tWithOverrides(meeting, language, 'form.code-hint')}
      autocomplete="off"
      short
      optional={admission === 'validated'}
    />
  );
}

export function AboutYou({
  form,
  represented,
}: {
  form: FormState;
  represented: RepresentedRequest;
}) {
  const { language } = form;
  return (
    <fieldset class="group">
      <legend>{t(language, 'form.about-you')}</legend>
      <TextField
        form={form}
        name="title"
        label={t(language, 'field.title')}
        hint={t(language, 'form.title-hint')}
        autocomplete="honorific-prefix"
        short
        optional
      />
      <TextField
        form={form}
        name="givenName"
        label={t(language, 'field.givenName')}
        hint={t(language, 'form.name-hint')}
        autocomplete="given-name"
      />
      <TextField
        form={form}
        name="familyName"
        label={t(language, 'field.familyName')}
        autocomplete="family-name"
      />
      <TextField
        form={form}
        name="position"
        label={t(language, 'field.position')}
        hint={t(language, 'form.position-hint')}
        autocomplete="organization-title"
        optional
      />
      <TextField
        form={form}
        name="institution"
        label={t(language, 'field.institution')}
        hint={t(language, 'form.institution-hint')}
        optional
      />
      <Select
        form={form}
        name="delegationRole"
        label={t(language, 'field.delegationRole')}
        options={ROLES_OF[represented.representation].map((value) => ({
          value,
          text: t(language, ROLE_TEXTS[value]),
        }))}
      />
    </fieldset>
  );
}

/** @param fixed true if the address is only shown, because it cannot change any more */
export function Contact({
  form,
  hint = t(form.language, 'form.email-hint'),
  fixed = false,
}: {
  form: FormState;
  hint?: string;
  fixed?: boolean;
}) {
  const { language } = form;
  return (
    <fieldset class="group">
      <legend>{t(language, 'form.contact')}</legend>
      {fixed ? (
        <p>
          {t(language, 'field.email')}: <span class="ltr">{form.values.email}</span>
        </p>
      ) : (
        <TextField
          form={form}
          name="email"
          type="email"
          label={t(language, 'field.email')}
          hint={hint}
          autocomplete="email"
        />
      )}
      <TextField
        form={form}
        name="phone"
        type="tel"
        label={t(language, 'field.phone')}
        hint={t(language, 'form.phone-hint')}
        autocomplete="tel"
        optional
      />
      <MessageLanguage form={form} />
    </fieldset>
  );
}

/** The language of messages. The default is the language of the page. */
export function MessageLanguage({ form }: { form: FormState }) {
  const { language, values } = form;
  return (
    <Select
      form={{ ...form, values: { language, ...values } }}
      name="language"
      label={t(language, 'field.language')}
      options={LANGUAGES.map((value) => ({ value, text: t(language, LANGUAGE_NAMES[value]) }))}
    />
  );
}

/** The needs that every meeting asks for, unless a set of questions replaces the field. */
export function Needs({ form, questions }: { form: FormState; questions: readonly Question[] }) {
  const { language } = form;
  const lacks = (set: Question['set']) => questions.every((question) => question.set !== set);
  if (!lacks('dietary') && !lacks('accessibility') && !lacks('visa-letter')) return null;
  return (
    <fieldset class="group">
      <legend>{t(language, 'form.needs')}</legend>
      <p class="hint">{t(language, 'form.needs-hint')}</p>
      {lacks('dietary') && (
        <TextArea form={form} name="dietary" label={t(language, 'field.dietary')} optional />
      )}
      {lacks('accessibility') && (
        <TextArea
          form={form}
          name="accessibility"
          label={t(language, 'field.accessibility')}
          optional
        />
      )}
      {lacks('visa-letter') && (
        <Checkbox form={form} name="visaLetter" label={t(language, 'form.visa')} />
      )}
    </fieldset>
  );
}

/** @param accepted true if the privacy notice was accepted before; it is not asked again */
export function Data({ form, meeting, accepted = false }: FormProps & { accepted?: boolean }) {
  const { language } = form;
  return (
    <fieldset class="group">
      <legend>{t(language, 'form.privacy')}</legend>
      <ListConsent form={form} />
      {!accepted && <PrivacyNotice form={form} meeting={meeting} />}
    </fieldset>
  );
}

/** In which lists the participant agrees to appear. */
export function ListConsent({ form }: { form: FormState }) {
  const { language } = form;
  return (
    <Radios
      form={form}
      name="listConsent"
      label={t(language, 'form.consent')}
      options={LIST_CONSENTS.map((value) => ({
        value,
        text: t(language, LIST_CONSENT_TEXTS[value]),
      }))}
    />
  );
}

function PrivacyNotice({ form, meeting }: FormProps) {
  const { language } = form;
  const { version, text } = meeting.privacyNotice;
  return (
    <>
      <div class="notice">
        {inLanguage(text, language)
          .split(/\n{2,}/)
          .map((paragraph) => (
            <p {...langAttributes(text, language)}>{paragraph}</p>
          ))}
        <p class="hint">{t(language, 'form.privacy.version', { version })}</p>
      </div>
      <Checkbox form={form} name="privacyNotice" label={t(language, 'form.accept-privacy')} />
    </>
  );
}
