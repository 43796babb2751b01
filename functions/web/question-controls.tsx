import {
  described,
  type FieldProps,
  fieldClass,
  GroupLabel,
  Label,
  Notes,
  type Option,
} from './controls.tsx';

const mustAnswer = ({ optional }: FieldProps) => !optional && { 'aria-required': 'true' as const };

type DateProps = FieldProps & {
  readonly min?: string | undefined;
  readonly max?: string | undefined;
};

/** A date. The browser's field always sends `YYYY-MM-DD`. */
export function DateField(props: DateProps) {
  const { form, name, min, max } = props;
  return (
    <div class={fieldClass(form, name)}>
      <Label {...props} />
      <Notes {...props} />
      <input
        id={name}
        name={name}
        type="date"
        class="short"
        value={form.values[name] ?? ''}
        {...(min && { min })}
        {...(max && { max })}
        {...mustAnswer(props)}
        {...described(props)}
      />
    </div>
  );
}

/**
 * A number, as a text field: a field of type `number` changes when the page scrolls, and loses text that is no
 * number.
 */
export function NumberField(props: FieldProps) {
  const { form, name } = props;
  return (
    <div class={fieldClass(form, name)}>
      <Label {...props} />
      <Notes {...props} />
      <input
        id={name}
        name={name}
        type="text"
        inputmode="decimal"
        class="short"
        dir="ltr"
        value={form.values[name] ?? ''}
        {...mustAnswer(props)}
        {...described(props)}
      />
    </div>
  );
}

/**
 * Checkboxes that are sent under the same name. The value is one text, separated by commas: see
 * domain/registration/form-answers.ts.
 */
export function Checkboxes(props: FieldProps & { readonly options: readonly Option[] }) {
  const { form, name, options } = props;
  const chosen = form.values[name]?.split(',') ?? [];
  return (
    <fieldset class={fieldClass(form, name)} {...described(props)}>
      <GroupLabel {...props} />
      <Notes {...props} />
      {options.map(({ value, text }, index) => (
        <div class="choice">
          <input
            type="checkbox"
            name={name}
            value={value}
            id={index === 0 ? name : `${name}-${value}`}
            checked={chosen.includes(value)}
          />
          <label for={index === 0 ? name : `${name}-${value}`}>{text}</label>
        </div>
      ))}
    </fieldset>
  );
}
