import type { Child } from 'hono/jsx';
import { seatedHead } from '../../domain/delegation/delegation-roles.ts';
import { ROLES_OF } from '../../domain/eligibility/delegation-role.ts';
import { holdsSeat, isLive, type Registration } from '../../domain/registration/registration.ts';
import { delegationName } from '../../language/delegation-name.ts';
import { LANGUAGES, type TextKey, t } from '../../language/index.ts';
import { sentences } from '../../language/sentences.ts';
import { LANGUAGE_NAMES, ROLE_TEXTS } from '../../language/text-keys.ts';
import { ErrorSummary, type FormState, Select, TextArea, TextField } from '../../web/controls.tsx';
import { Page } from '../../web/layout.tsx';
import { nameOf } from './view-model.ts';
import type { DelegationContext } from './with-delegation.ts';

export type FormProps = {
  readonly context: DelegationContext;
  readonly form: FormState;
  /** The person that the form is about. A nomination and the note have none. */
  readonly one?: Registration | undefined;
  /** All people of the delegation. */
  readonly people: readonly Registration[];
};
/** The forms of a delegation. Each is a page, named by the last part of its address. */
export type FormName = 'decline' | 'role' | 'nominate' | 'replace' | 'note';

/** The forms that are refused if the person has changed after the form was shown. */
const ANSWERS: ReadonlySet<FormName> = new Set(['decline', 'replace']);

const FORM_TEXTS = {
  decline: {
    title: 'delegation.decline.title',
    lead: 'delegation.decline.lead',
    submit: 'delegation.decline.submit',
  },
  role: {
    title: 'delegation.role.title',
    lead: 'delegation.role.lead',
    submit: 'delegation.role.submit',
  },
  nominate: {
    title: 'delegation.nominate.title',
    lead: 'delegation.nominate.lead',
    submit: 'delegation.nominate.submit',
  },
  replace: {
    title: 'delegation.replace.title',
    lead: 'delegation.replace.lead',
    submit: 'delegation.replace.submit',
  },
  note: {
    title: 'delegation.note.title',
    lead: 'delegation.note.lead',
    submit: 'delegation.note.submit',
  },
} as const satisfies Record<FormName, Record<'title' | 'lead' | 'submit', TextKey>>;

/** A form of a delegation. */
export function DelegationForm({ name, ...props }: FormProps & { readonly name: FormName }) {
  const { context, form, one } = props;
  const { language } = form;
  const texts = FORM_TEXTS[name];
  const person = one === undefined ? '' : nameOf(one);
  const title = t(language, texts.title, { person });
  return (
    <Page language={language} title={title} failed={form.errors.length > 0}>
      <ErrorSummary form={form} />
      <p class="eyebrow">
        <a href={context.address}>
          {t(language, 'delegation.title', {
            name: delegationName(language, context.delegation) ?? '',
          })}
        </a>
      </p>
      <h1>{title}</h1>
      <p class="lead">{t(language, texts.lead)}</p>
      <form method="post" action={`${context.address}/${name}`} novalidate>
        {one && <input type="hidden" name="reference" value={one.reference} />}
        {one && ANSWERS.has(name) && (
          <input type="hidden" name="version" value={form.values.version ?? String(one.version)} />
        )}
        {FIELDS[name](props)}
        <div class="actions">
          <button class={name === 'decline' ? 'button grave' : 'button'} type="submit">
            {t(language, texts.submit)}
          </button>
          <a class="button quiet" href={context.address}>
            {t(language, 'delegation.back')}
          </a>
        </div>
      </form>
    </Page>
  );
}

const FIELDS: Readonly<Record<FormName, (props: FormProps) => Child>> = {
  decline: ({ form }) => (
    <TextArea
      form={form}
      name="reason"
      label={t(form.language, 'field.reason')}
      hint={t(form.language, 'delegation.reason-hint')}
    />
  ),
  role: (props) => (
    <>
      <Role {...props} />
      <TextField
        form={props.form}
        name="order"
        label={t(props.form.language, 'field.order')}
        hint={t(props.form.language, 'delegation.order-hint')}
        short
        optional
      />
    </>
  ),
  nominate: (props) => <Nominee {...props} />,
  replace: (props) => <Nominee {...props} />,
  note: ({ form }) => (
    <>
      <TextField
        form={form}
        name="noteReference"
        label={t(form.language, 'field.noteReference')}
        hint={t(form.language, 'delegation.note-hint')}
      />
      <TextField
        form={form}
        name="noteDate"
        type="date"
        label={t(form.language, 'field.noteDate')}
        short
      />
    </>
  ),
};

/** The fields of a nominated person: what is needed to write to them. They add the rest themselves. */
function Nominee(props: FormProps) {
  const { form } = props;
  const { language } = form;
  return (
    <>
      <TextField
        form={form}
        name="title"
        label={t(language, 'field.title')}
        hint={t(language, 'form.title-hint')}
        short
        optional
      />
      <TextField form={form} name="givenName" label={t(language, 'field.givenName')} />
      <TextField form={form} name="familyName" label={t(language, 'field.familyName')} />
      <TextField
        form={form}
        name="email"
        type="email"
        label={t(language, 'field.email')}
        hint={t(language, 'delegation.email-hint')}
      />
      <Role {...props} />
      <Select
        form={{ ...form, values: { language, ...form.values } }}
        name="language"
        label={t(language, 'delegation.language')}
        options={LANGUAGES.map((value) => ({ value, text: t(language, LANGUAGE_NAMES[value]) }))}
      />
    </>
  );
}

/** The role. If another person is head, a hint says what naming a new head does. */
function Role({ context, form, one, people }: FormProps) {
  const { language } = form;
  const { representation } = context.delegation;
  const seated = seatedHead(people, one?.reference);
  const head =
    seated ??
    people.find(
      ({ delegationRole, status, reference }) =>
        delegationRole === 'head' && isLive(status) && reference !== one?.reference,
    );
  const needsSeat = seated && (one === undefined || !holdsSeat(one.status));
  return (
    <Select
      form={form}
      name="delegationRole"
      label={t(language, 'delegation.role-label')}
      {...(head && {
        hint: sentences(
          t(language, 'delegation.head-hint', {
            head: nameOf(head),
            role: t(
              language,
              representation === 'state' ? 'role.alternate' : 'role.representative',
            ),
          }),
          ...(needsSeat ? [t(language, 'delegation.head-needs-seat')] : []),
        ),
      })}
      options={ROLES_OF[representation].map((value) => ({
        value,
        text: t(language, ROLE_TEXTS[value]),
      }))}
    />
  );
}
