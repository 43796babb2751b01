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
import { LANGUAGES, say, type TextKey } from '../../language/index.ts';
import { sayOwn } from '../../language/own-texts.ts';
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
  heading = say(form.language, 'form.title'),
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
        label={say(language, 'field.state')}
        options={stateOptions(language)}
      />
    ),
    organisation: (
      <>
        <TextField
          form={form}
          name="organisation"
          label={say(language, 'field.organisation')}
          autocomplete="organization"
        />
        <Select
          form={form}
          name="organisationKind"
          label={say(language, 'field.organisationKind')}
          options={kinds.map((value) => ({
            value,
            text: say(language, ORGANISATION_KIND_TEXTS[value]),
          }))}
        />
      </>
    ),
    individual: undefined,
  };
  return (
    <FormPage meeting={meeting} form={form} heading={editing?.heading}>
      {editing === undefined && <p>{sayOwn(meeting, language, 'form.no-account')}</p>}
      <form method="get" action={editing?.action ?? `/meetings/${meeting.id}/register`} novalidate>
        <Radios
          form={form}
          name="representation"
          label={say(language, 'form.represented')}
          options={REPRESENTATIONS.filter((value) => possible[value]).map((value) => ({
            value,
            text: say(language, REPRESENTATION_TEXTS[value]),
            nested: nested[value],
          }))}
        />
        {form.values.code !== undefined && (
          <input type="hidden" name="code" value={form.values.code} />
        )}
        <button class="button" type="submit">
          {say(language, 'form.continue')}
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
          <p class="notice">{say(language, 'form.closed', { contact: meeting.contactEmail })}</p>
        ) : (
          <button class="button" type="submit">
            {say(language, 'form.submit')}
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
        {say(language, 'form.attending-as')}
        <strong class="category">
          {name === undefined
            ? say(language, CATEGORY_TEXTS[category])
            : say(language, 'form.delegation-as', {
                name,
                category: say(language, CATEGORY_TEXTS[category]),
              })}
        </strong>
      </p>
      <p>{reasonInWords(language, reason)}</p>
      {admissionOf(meeting, category) === 'validated' && (
        <p>{sayOwn(meeting, language, 'form.validated')}</p>
      )}
      <p>
        <a href={`/meetings/${meeting.id}/register?${chosen}`}>{say(language, 'form.change')}</a>
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
      label={say(language, 'field.code')}
      hint={sayOwn(meeting, language, 'form.code-hint')}
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
      <legend>{say(language, 'form.about-you')}</legend>
      <TextField
        form={form}
        name="title"
        label={say(language, 'field.title')}
        hint={say(language, 'form.title-hint')}
        autocomplete="honorific-prefix"
        short
        optional
      />
      <TextField
        form={form}
        name="givenName"
        label={say(language, 'field.givenName')}
        hint={say(language, 'form.name-hint')}
        autocomplete="given-name"
      />
      <TextField
        form={form}
        name="familyName"
        label={say(language, 'field.familyName')}
        autocomplete="family-name"
      />
      <TextField
        form={form}
        name="position"
        label={say(language, 'field.position')}
        hint={say(language, 'form.position-hint')}
        autocomplete="organization-title"
        optional
      />
      <TextField
        form={form}
        name="institution"
        label={say(language, 'field.institution')}
        hint={say(language, 'form.institution-hint')}
        optional
      />
      <Select
        form={form}
        name="delegationRole"
        label={say(language, 'field.delegationRole')}
        options={ROLES_OF[represented.representation].map((value) => ({
          value,
          text: say(language, ROLE_TEXTS[value]),
        }))}
      />
    </fieldset>
  );
}

/** @param fixed true if the address is only shown, because it cannot change any more */
export function Contact({
  form,
  hint = say(form.language, 'form.email-hint'),
  fixed = false,
}: {
  form: FormState;
  hint?: string;
  fixed?: boolean;
}) {
  const { language } = form;
  return (
    <fieldset class="group">
      <legend>{say(language, 'form.contact')}</legend>
      {fixed ? (
        <p>
          {say(language, 'field.email')}: <span class="ltr">{form.values.email}</span>
        </p>
      ) : (
        <TextField
          form={form}
          name="email"
          type="email"
          label={say(language, 'field.email')}
          hint={hint}
          autocomplete="email"
        />
      )}
      <TextField
        form={form}
        name="phone"
        type="tel"
        label={say(language, 'field.phone')}
        hint={say(language, 'form.phone-hint')}
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
      label={say(language, 'field.language')}
      options={LANGUAGES.map((value) => ({ value, text: say(language, LANGUAGE_NAMES[value]) }))}
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
      <legend>{say(language, 'form.needs')}</legend>
      <p class="hint">{say(language, 'form.needs-hint')}</p>
      {lacks('dietary') && (
        <TextArea form={form} name="dietary" label={say(language, 'field.dietary')} optional />
      )}
      {lacks('accessibility') && (
        <TextArea
          form={form}
          name="accessibility"
          label={say(language, 'field.accessibility')}
          optional
        />
      )}
      {lacks('visa-letter') && (
        <Checkbox form={form} name="visaLetter" label={say(language, 'form.visa')} />
      )}
    </fieldset>
  );
}

/** @param accepted true if the privacy notice was accepted before; it is not asked again */
export function Data({ form, meeting, accepted = false }: FormProps & { accepted?: boolean }) {
  const { language } = form;
  return (
    <fieldset class="group">
      <legend>{say(language, 'form.privacy')}</legend>
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
      label={say(language, 'form.consent')}
      options={LIST_CONSENTS.map((value) => ({
        value,
        text: say(language, LIST_CONSENT_TEXTS[value]),
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
        <p class="hint">{say(language, 'form.privacy.version', { version })}</p>
      </div>
      <Checkbox form={form} name="privacyNotice" label={say(language, 'form.accept-privacy')} />
    </>
  );
}
