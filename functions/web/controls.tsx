import type { Child } from 'hono/jsx';
import type { Language } from '../domain/shared/languages.ts';
import { t } from '../language/index.ts';
import type { FieldError } from './problem.tsx';

/** What a form shows: the values, the errors and the language. */
export type FormState = {
  readonly language: Language;
  readonly values: Readonly<Record<string, string>>;
  readonly errors: readonly FieldError[];
  /** The heading of the errors, if they are not about fields. */
  readonly heading?: string;
};

export type FieldProps = {
  readonly form: FormState;
  readonly name: string;
  readonly label: Child;
  readonly hint?: string;
  /** When the question must be answered, in words. The script removes it, because it hides the question otherwise. */
  readonly condition?: string | undefined;
  readonly optional?: boolean;
};

/** The name and id of the field of an error: `answers.hotelNeeded` for `/answers/hotelNeeded`. */
const fieldOf = (pointer: string) => pointer.slice(1).replaceAll('/', '.');

const errorOf = ({ errors }: FormState, name: string) =>
  errors.find(({ pointer }) => fieldOf(pointer) === name);

/** Attributes that connect a control with its hint and error, for assistive technology. */
export function described({ form, name, hint, condition }: FieldProps) {
  const error = errorOf(form, name);
  const ids = [condition && `${name}-condition`, hint && `${name}-hint`, error && `${name}-error`]
    .filter(Boolean)
    .join(' ');
  return {
    ...(ids && { 'aria-describedby': ids }),
    ...(error && { 'aria-invalid': 'true' as const }),
  };
}

/** The list of errors at the top of the page. Each links to its field. */
export function ErrorSummary({ form }: { readonly form: FormState }) {
  if (form.errors.length === 0) return null;
  return (
    <div class="error-summary" role="alert" tabindex={-1} aria-labelledby="error-summary">
      <h2 id="error-summary">{form.heading ?? t(form.language, 'form.errors')}</h2>
      <ul>
        {form.errors.map(({ pointer, detail }) => (
          <li>{pointer === '' ? detail : <a href={`#${fieldOf(pointer)}`}>{detail}</a>}</li>
        ))}
      </ul>
    </div>
  );
}

export function Label({ form, name, label, optional }: FieldProps) {
  return (
    <label for={name}>
      {label}
      {optional && <span class="optional"> {t(form.language, 'form.optional')}</span>}
    </label>
  );
}

/** The label of a group of controls. */
export function GroupLabel({ form, label, optional }: FieldProps) {
  return (
    <legend>
      {label}
      {optional && <span class="optional"> {t(form.language, 'form.optional')}</span>}
    </legend>
  );
}

/** Between a label and its control: the condition, the hint and the error. */
export function Notes({ form, name, hint, condition }: FieldProps) {
  const error = errorOf(form, name);
  return (
    <>
      {condition && (
        <p class="hint condition" id={`${name}-condition`}>
          {condition}
        </p>
      )}
      {hint && (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="error" id={`${name}-error`}>
          {error.detail}
        </p>
      )}
    </>
  );
}

export const fieldClass = (form: FormState, name: string) =>
  errorOf(form, name) ? 'field failed' : 'field';

type TextFieldProps = FieldProps & {
  readonly type?: 'text' | 'email' | 'tel' | 'date';
  readonly autocomplete?: string;
  readonly short?: boolean;
};

/** A field of one line. */
export function TextField(props: TextFieldProps) {
  const { form, name, type = 'text', autocomplete, short, optional } = props;
  return (
    <div class={fieldClass(form, name)}>
      <Label {...props} />
      <Notes {...props} />
      <input
        id={name}
        name={name}
        type={type}
        value={form.values[name] ?? ''}
        dir={type === 'text' ? 'auto' : 'ltr'}
        {...(short && { class: 'short' })}
        {...(autocomplete && { autocomplete })}
        {...(!optional && { 'aria-required': 'true' as const })}
        {...described(props)}
      />
    </div>
  );
}

/** A field of several lines. */
export function TextArea(props: FieldProps) {
  const { form, name } = props;
  return (
    <div class={fieldClass(form, name)}>
      <Label {...props} />
      <Notes {...props} />
      <textarea id={name} name={name} rows={3} dir="auto" {...described(props)}>
        {form.values[name] ?? ''}
      </textarea>
    </div>
  );
}

export type Option = { readonly value: string; readonly text: string; readonly hint?: string };

/** A select, at first with nothing chosen. */
export function Select(props: FieldProps & { readonly options: readonly Option[] }) {
  const { form, name, options } = props;
  return (
    <div class={fieldClass(form, name)}>
      <Label {...props} />
      <Notes {...props} />
      <select id={name} name={name} {...described(props)}>
        <option value="">{t(form.language, 'form.choose')}</option>
        {options.map(({ value, text }) => (
          <option value={value} selected={form.values[name] === value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}

type RadiosProps = FieldProps & {
  readonly options: readonly (Option & { readonly nested?: Child })[];
};

/** Radio buttons. `nested` is shown below its option. */
export function Radios(props: RadiosProps) {
  const { form, name, options } = props;
  return (
    <fieldset class={fieldClass(form, name)} {...described(props)}>
      <GroupLabel {...props} />
      <Notes {...props} />
      {options.map(({ value, text, hint, nested }, index) => (
        <>
          <div class="choice">
            <input
              type="radio"
              name={name}
              value={value}
              id={index === 0 ? name : `${name}-${value}`}
              checked={form.values[name] === value}
            />
            <label for={index === 0 ? name : `${name}-${value}`}>{text}</label>
            {hint && <p class="hint">{hint}</p>}
          </div>
          {nested && (
            <div class="nested" data-shown-if={`${name}=${value}`}>
              {nested}
            </div>
          )}
        </>
      ))}
    </fieldset>
  );
}

/** A single checkbox. */
export function Checkbox(props: FieldProps) {
  const { form, name, label } = props;
  return (
    <div class={fieldClass(form, name)}>
      <Notes {...props} />
      <div class="choice">
        <input
          type="checkbox"
          id={name}
          name={name}
          value="true"
          checked={form.values[name] === 'true'}
          {...described(props)}
        />
        <label for={name}>{label}</label>
      </div>
    </div>
  );
}

/** A list of terms and values. Rows without a value are left out. */
export function Summary({
  rows,
}: {
  readonly rows: readonly {
    readonly term: Child;
    readonly value: Child;
    readonly ltr?: boolean;
  }[];
}) {
  return (
    <dl>
      {rows
        .filter(({ value }) => value !== undefined && value !== '')
        .map(({ term, value, ltr }) => (
          <div>
            <dt>{term}</dt>
            <dd>{ltr ? <span class="ltr">{value}</span> : <bdi>{value}</bdi>}</dd>
          </div>
        ))}
    </dl>
  );
}
