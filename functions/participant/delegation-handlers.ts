import { postApprove, postDecline, postNote, postRole } from './delegation-actions.ts';
import { opened } from './delegation-link.ts';
import { postNominate, postReplace } from './delegation-nominations.ts';
import { openNoteFile, postNoteFile, showNote } from './delegation-note.tsx';
import { showDelegation, showForm } from './delegation-pages.tsx';
import type { Dependencies } from './dependencies.ts';

/** The routes of the delegation page. */
export function delegationHandlers(dependencies: Dependencies) {
  return {
    'GET /delegations/{meeting}/{delegation}/{secret}': opened(dependencies, showDelegation),
    'POST /delegations/{meeting}/{delegation}/{secret}/approve': opened(dependencies, postApprove),
    'GET /delegations/{meeting}/{delegation}/{secret}/decline': opened(
      dependencies,
      showForm('decline'),
    ),
    'POST /delegations/{meeting}/{delegation}/{secret}/decline': opened(dependencies, postDecline),
    'GET /delegations/{meeting}/{delegation}/{secret}/role': opened(dependencies, showForm('role')),
    'POST /delegations/{meeting}/{delegation}/{secret}/role': opened(dependencies, postRole),
    'GET /delegations/{meeting}/{delegation}/{secret}/nominate': opened(
      dependencies,
      showForm('nominate'),
    ),
    'POST /delegations/{meeting}/{delegation}/{secret}/nominate': opened(
      dependencies,
      postNominate,
    ),
    'GET /delegations/{meeting}/{delegation}/{secret}/replace': opened(
      dependencies,
      showForm('replace'),
    ),
    'POST /delegations/{meeting}/{delegation}/{secret}/replace': opened(dependencies, postReplace),
    'GET /delegations/{meeting}/{delegation}/{secret}/note': opened(dependencies, showNote),
    'POST /delegations/{meeting}/{delegation}/{secret}/note': opened(dependencies, postNote),
    'GET /delegations/{meeting}/{delegation}/{secret}/note-file': opened(
      dependencies,
      openNoteFile,
    ),
    'POST /delegations/{meeting}/{delegation}/{secret}/note-file': opened(
      dependencies,
      postNoteFile,
    ),
  } as const;
}
