import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import { isUpload, LARGEST_NOTE, noteFileOf } from '../../domain/delegation/note-file.ts';
import { delegationName } from '../../language/delegation-name.ts';
import { t } from '../../language/index.ts';
import { recordNoteFile } from '../../store/delegation/invite.ts';
import type { UploadForm } from '../../store/delegation/note-files.ts';
import type { WebEnv } from '../../web/context.ts';
import { described, ErrorSummary, fieldClass, Label, Notes } from '../../web/controls.tsx';
import { Page } from '../../web/layout.tsx';
import { wantsJson } from '../../web/negotiate.ts';
import { answerProblem, type FieldError, isJson, problemOf } from '../../web/problem.tsx';
import { fieldError } from '../../web/validation.ts';
import { fieldsOf, wantsPage } from './body.ts';
import { flashUrl } from './flash-messages.ts';
import type { DelegationContext, DelegationRoute } from './with-delegation.ts';

/** Loaded with the first file: the S3 client takes longer to load than most requests take. */
const files = () => import('../../store/delegation/note-files.ts');

/** Seconds for which the address of a file is valid: long enough for a redirect. */
const ADDRESS_S = 60;

/** `GET …/note/file`: the upload form; after an upload, the question if it should be kept. Changes nothing. */
export const showNoteFile: DelegationRoute = (c, context) =>
  page(c, context, c.req.query('upload'));

/** `POST …/note/file`: checks the upload and keeps it. */
export const postNoteFile: DelegationRoute = async (c, context) => {
  const { notes, delegation, address, store, moving } = context;
  const fields = await fieldsOf(c);
  if (fields instanceof Response) return fields;
  if (notes === undefined) return answerProblem(c, 'not-found');
  const upload = String(fields.upload ?? '');
  const done = () =>
    wantsPage(c)
      ? c.redirect(flashUrl(address, { done: 'file' }), 303)
      : c.json({ noteFile: { upload } });
  // The button was pressed twice.
  if (delegation.noteFile?.upload === upload) return done();
  const { keepUpload, removeNote } = await files();
  const kept = isUpload(upload) ? await keepUpload(notes, delegation, upload) : 'missing';
  if (typeof kept === 'string') return refuse(c, context, kept);
  const file = { upload, bytes: kept, keptAt: moving.now.toISOString() };
  const recorded = await recordNoteFile(store, delegation, file, moving);
  const useless = recorded === undefined ? upload : recorded.former?.upload;
  if (useless !== undefined) await removeNote(notes, delegation, useless);
  return recorded === undefined ? answerProblem(c, 'not-found') : done();
};

/** `GET …/note.pdf`: redirects to the file, at an address that is valid for a minute. */
export const getNoteFile: DelegationRoute = async (c, { notes, delegation, meeting }) => {
  const file = noteFileOf(delegation, meeting, c.var.now);
  if (notes === undefined || file === undefined) return answerProblem(c, 'not-found');
  const { noteAddress } = await files();
  return c.redirect(await noteAddress(notes, delegation, file.upload, ADDRESS_S), 303);
};

function refuse(c: Context<WebEnv>, context: DelegationContext, code: 'missing' | 'not-a-pdf') {
  const errors = [fieldError(c.var.language, ['noteFile'], code)];
  const details = { values: { count: 1 }, errors };
  if (wantsJson(c, isJson(c))) return answerProblem(c, 'invalid', details);
  return page(c, context, undefined, errors, problemOf(c, 'invalid', details).status);
}

async function page(
  c: Context<WebEnv>,
  context: DelegationContext,
  arrived: string | undefined,
  errors: readonly FieldError[] = [],
  status: 200 | ReturnType<typeof problemOf>['status'] = 200,
) {
  const { notes, delegation, address, publicUrl } = context;
  if (notes === undefined) return answerProblem(c, 'not-found');
  if (arrived !== undefined && isUpload(arrived))
    return c.html(<NoteFilePage c={c} context={context} errors={[]} arrived={arrived} />);
  const upload = randomUUID();
  const back = `${publicUrl}${address}/note/file?upload=${upload}`;
  const form = await (await files()).uploadForm(notes, delegation, upload, back);
  if (wantsJson(c)) return c.json({ upload, ...form });
  c.set('postsTo', form.url);
  return c.html(<NoteFilePage c={c} context={context} errors={errors} form={form} />, status);
}

function NoteFilePage(props: {
  readonly c: Context<WebEnv>;
  readonly context: DelegationContext;
  readonly errors: readonly FieldError[];
  /** The upload form. Absent if a file has arrived. */
  readonly form?: UploadForm;
  readonly arrived?: string;
}) {
  const { c, context, errors, form, arrived } = props;
  const { language } = c.var;
  const { address, delegation } = context;
  const title = t(language, 'delegation.file.title');
  const state = { language, values: {}, errors };
  const field = {
    form: state,
    name: 'noteFile',
    label: t(language, 'field.noteFile'),
    hint: t(language, 'delegation.file.hint'),
  };
  return (
    <Page language={language} title={title} failed={errors.length > 0}>
      <ErrorSummary form={state} />
      <p class="eyebrow">
        <a href={address}>
          {t(language, 'delegation.title', { name: delegationName(language, delegation) ?? '' })}
        </a>
      </p>
      <h1>{title}</h1>
      <p class="lead">
        {t(language, arrived ? 'delegation.file.arrived' : 'delegation.file.lead')}
      </p>
      <form
        method="post"
        action={form?.url ?? `${address}/note/file`}
        {...(form && { enctype: 'multipart/form-data' })}
      >
        {Object.entries(form?.fields ?? { upload: arrived ?? '' }).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        {form && (
          <div class={fieldClass(state, 'noteFile')}>
            <Label {...field} />
            <Notes {...field} />
            {/* S3 requires this name, and takes the file from the last field. */}
            <input
              id="noteFile"
              name="file"
              type="file"
              accept="application/pdf,.pdf"
              required
              data-most={LARGEST_NOTE}
              data-too-large={t(language, 'delegation.file.too-large')}
              {...described(field)}
            />
          </div>
        )}
        <div class="actions">
          <button class="button" type="submit">
            {t(language, arrived ? 'delegation.file.keep' : 'delegation.file.submit')}
          </button>
          <a class="button quiet" href={address}>
            {t(language, 'delegation.back')}
          </a>
        </div>
      </form>
    </Page>
  );
}
