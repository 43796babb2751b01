import type { Question } from '../../domain/meeting/question.ts';
import { ANSWER_FIELD } from '../../domain/registration/form-answers.ts';
import { t } from '../../language/index.ts';
import { conditionInWords, helpOf, labelIn, optionsOf } from '../../language/question.ts';
import { QUESTION_SET_TEXTS } from '../../language/question-texts.ts';
import { sentences } from '../../language/sentences.ts';
import { Words } from '../../language/words.tsx';
import { type FormState, Radios, Select, TextArea, TextField } from '../../web/controls.tsx';
import { Checkboxes, DateField, NumberField } from '../../web/question-controls.tsx';

type Props = { readonly form: FormState; readonly questions: readonly Question[] };

/**
 * The questions of the meeting, each set under one heading. All are in the page. The script hides questions whose
 * condition is not met; without the script, each question says its condition.
 */
export function Questions({ form, questions }: Props) {
  return (
    <>
      {groupsOf(questions).map((group) => (
        <Group form={form} group={group} questions={questions} />
      ))}
    </>
  );
}

function groupsOf(questions: readonly Question[]): Question[][] {
  const groups: Question[][] = [];
  for (const question of questions) {
    const last = groups.at(-1);
    if (last?.[0] && last[0].set === question.set) last.push(question);
    else groups.push([question]);
  }
  return groups;
}

function Group({ form, group, questions }: Props & { readonly group: readonly Question[] }) {
  const { language } = form;
  const set = group[0]?.set;
  const sensitive = group.every((question) => question.sensitive);
  return (
    <fieldset class="group">
      <legend>
        {set === undefined ? t(language, 'form.questions') : t(language, QUESTION_SET_TEXTS[set])}
      </legend>
      {sensitive && <p class="hint">{t(language, 'form.sensitive')}</p>}
      {group.map((question) => {
        const control = (
          <Control form={form} question={question} questions={questions} explained={sensitive} />
        );
        if (question.showIf === undefined) return control;
        const { question: on, equals } = question.showIf;
        return (
          <div class="nested" data-shown-if={`${ANSWER_FIELD}${on}=${equals}`}>
            {control}
          </div>
        );
      })}
    </fieldset>
  );
}

/** A question with more options than this becomes a select. */
const MOST_RADIOS = 6;

type ControlProps = Props & {
  readonly question: Question;
  /** True if the group already says that its answers are sensitive data. */
  readonly explained: boolean;
};

function Control({ form, question, questions, explained }: ControlProps) {
  const { language } = form;
  const apart = question.sensitive && !explained ? t(language, 'form.sensitive') : undefined;
  const hint = sentences(helpOf(language, question), apart);
  const props = {
    form,
    name: `${ANSWER_FIELD}${question.id}`,
    label: <Words of={[labelIn(language, question)]} />,
    hint,
    condition: conditionInWords(language, question, questions),
    optional: !question.required,
  };
  switch (question.kind) {
    case 'text':
      return <TextField {...props} />;
    case 'long-text':
      return <TextArea {...props} />;
    case 'date':
      return <DateField {...props} min={question.min} max={question.max} />;
    case 'number':
      return <NumberField {...props} />;
    case 'choices':
      return <Checkboxes {...props} options={optionsOf(language, question)} />;
    case 'choice':
    case 'yes-no': {
      const options =
        question.kind === 'choice'
          ? optionsOf(language, question)
          : [
              { value: 'true', text: t(language, 'answer.yes') },
              { value: 'false', text: t(language, 'answer.no') },
            ];
      // A choice of radio buttons cannot be undone, so an optional question is a select.
      return question.required && options.length <= MOST_RADIOS ? (
        <Radios {...props} options={options} />
      ) : (
        <Select {...props} options={options} />
      );
    }
  }
}
