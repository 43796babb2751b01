import { say } from '../language/index.ts';
import { recordNote } from '../store/invite.ts';
import { Page } from '../web/layout.tsx';
import { wantsJson } from '../web/negotiate.ts';
import { answerProblem } from '../web/problem.tsx';
import { fieldsOf, parsed, schemas, wantsPage } from './delegation-body.ts';
import type { DelegationRoute } from './delegation-link.ts';
import { afterwards } from './delegation-news.ts';
import { refuseForm, showForm } from './delegation-pages.tsx';
import { noteFiles, uploadOf } from './delegation-upload.tsx';
import { publicNote } from './delegation-view.ts';

/** `GET …/note`: the form for the note of nomination; or, once S3 has the file and leads back here, what is left to do. */
export const showNote: DelegationRoute = async (c, opened) => {
  if (wantsJson(c))
    return c.json({ ...publicNote(opened.delegation), upload: await uploadOf(opened) });
  const key = c.req.query('key');
  if (key === undefined || opened.notes === undefined) return showForm('note')(c, opened);
  const { language } = c.var;
  const title = say(language, 'delegation.note-file.arrived');
  // A GET changes nothing: whoever uploaded the file says that it is meant.
  return c.html(
    <Page language={language} title={title}>
      <h1>{title}</h1>
      <p class="lead">{say(language, 'delegation.note-file.arrived.lead')}</p>
      <form method="post" action={`${opened.address}/note-file`}>
        <input type="hidden" name="key" value={key} />
        <div class="actions">
          <button class="button" type="submit">
            {say(language, 'delegation.note-file.attach')}
          </button>
          <a class="button quiet" href={opened.address}>
            {say(language, 'delegation.back')}
          </a>
        </div>
      </form>
    </Page>,
  );
};

/** `POST …/note-file`: the file that was uploaded becomes the note of the delegation, in place of an earlier one. */
export const postNoteFile: DelegationRoute = async (c, opened) => {
  const { store, delegation, notes, moving } = opened;
  if (notes === undefined) return answerProblem(c, 'not-found');
  const fields = await fieldsOf(c);
  if (fields instanceof Response) return fields;
  const asked = await parsed(c, opened, undefined, (await schemas()).noteFileRequest, fields);
  if (asked instanceof Response) return asked;
  const { keepUpload, deleteNote } = await noteFiles();
  const noteFile = await keepUpload(notes.name, delegation, asked.key, moving.now);
  if (noteFile === undefined) return refuseForm(c, opened, 'note', 'note-file-not-usable', {}, {});
  const after = await recordNote(store, delegation, { noteFile }, moving);
  if (after === undefined) {
    await deleteNote(notes.name, noteFile);
    return answerProblem(c, 'not-found');
  }
  const former = delegation.noteFile;
  if (former && former.key !== noteFile.key) await deleteNote(notes.name, former);
  if (!wantsPage(c)) return c.json(publicNote(after));
  return c.redirect(afterwards(opened.address, { done: 'note-file' }), 303);
};

/** `GET …/note-file`: leads to the file, by a link that is good for some minutes. */
export const openNoteFile: DelegationRoute = async (c, { notes, delegation }) => {
  const { noteFile } = delegation;
  if (notes === undefined || noteFile === undefined) return answerProblem(c, 'not-found');
  return c.redirect(await (await noteFiles()).noteLink(notes.name, delegation, noteFile), 303);
};
