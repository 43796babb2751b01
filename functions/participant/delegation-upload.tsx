import type { Context } from 'hono';
import type { Language } from '../domain/languages.ts';
import { LARGEST_NOTE, NOTE_TYPE } from '../domain/note-file.ts';
import { say } from '../language/index.ts';
import type { UploadForm } from '../store/note-file.ts';
import type { WebEnv } from '../web/context.ts';
import type { Opened } from './delegation-link.ts';

/** The SDK of S3 comes with the first who needs it: nobody else should wait for it at start-up. */
export const noteFiles = () => import('../store/note-file.ts');

/** Where the browser may send the note itself, at a stage that takes files. */
export async function uploadOf({
  notes,
  delegation,
  address,
  moving: { publicUrl },
}: Opened): Promise<UploadForm | undefined> {
  if (notes === undefined) return undefined;
  return (await noteFiles()).uploadForm(notes.name, delegation, `${publicUrl}${address}/note`);
}

/** The part of the form that hands in the note itself; nothing where a stage takes no files. */
export async function uploadPart(c: Context<WebEnv>, opened: Opened) {
  const upload = await uploadOf(opened);
  return upload && <Upload language={c.var.language} upload={upload} />;
}

function Upload({
  language,
  upload: { url, fields },
}: {
  readonly language: Language;
  readonly upload: UploadForm;
}) {
  return (
    <section aria-labelledby="upload">
      <h2 id="upload">{say(language, 'delegation.note-file.title')}</h2>
      <form method="post" action={url} enctype="multipart/form-data">
        {Object.entries(fields).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <div class="field">
          <label for="file">{say(language, 'delegation.note-file.label')}</label>
          <p class="hint" id="file-hint">
            {say(language, 'delegation.note-file.hint')}
          </p>
          {/* S3 takes no field behind this one. */}
          <input
            type="file"
            id="file"
            name="file"
            accept={NOTE_TYPE}
            required
            aria-describedby="file-hint"
            data-most={LARGEST_NOTE}
            data-too-large={say(language, 'delegation.note-file.too-large')}
          />
        </div>
        <div class="actions">
          <button class="button" type="submit">
            {say(language, 'delegation.note-file.submit')}
          </button>
        </div>
      </form>
    </section>
  );
}
