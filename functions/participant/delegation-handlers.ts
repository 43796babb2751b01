import { limited } from '../web/limited.ts';
import { postApprove, postDecline, postNote, postRole } from './delegation-actions.ts';
import { type DelegationRoute, opened } from './delegation-link.ts';
import { postNominate, postReplace } from './delegation-nominations.ts';
import { showDelegation, showForm } from './delegation-pages.tsx';
import type { Dependencies } from './dependencies.ts';
import { getNoteFile, postNoteFile, showNoteFile } from './note-file.tsx';

/** The routes of the delegation page. What changes something is limited as on the private page. */
export function delegationHandlers(dependencies: Dependencies) {
  const shows = (route: DelegationRoute) => opened(dependencies, route);
  const acts = (route: DelegationRoute) => limited(dependencies.store, 'manage', shows(route));
  return {
    'GET /delegations/{meeting}/{delegation}/{secret}': shows(showDelegation),
    'POST /delegations/{meeting}/{delegation}/{secret}/approve': acts(postApprove),
    'GET /delegations/{meeting}/{delegation}/{secret}/decline': shows(showForm('decline')),
    'POST /delegations/{meeting}/{delegation}/{secret}/decline': acts(postDecline),
    'GET /delegations/{meeting}/{delegation}/{secret}/role': shows(showForm('role')),
    'POST /delegations/{meeting}/{delegation}/{secret}/role': acts(postRole),
    'GET /delegations/{meeting}/{delegation}/{secret}/nominate': shows(showForm('nominate')),
    'POST /delegations/{meeting}/{delegation}/{secret}/nominate': acts(postNominate),
    'GET /delegations/{meeting}/{delegation}/{secret}/replace': shows(showForm('replace')),
    'POST /delegations/{meeting}/{delegation}/{secret}/replace': acts(postReplace),
    'GET /delegations/{meeting}/{delegation}/{secret}/note': shows(showForm('note')),
    'POST /delegations/{meeting}/{delegation}/{secret}/note': acts(postNote),
    'GET /delegations/{meeting}/{delegation}/{secret}/note/file': shows(showNoteFile),
    'POST /delegations/{meeting}/{delegation}/{secret}/note/file': acts(postNoteFile),
    'GET /delegations/{meeting}/{delegation}/{secret}/note.pdf': shows(getNoteFile),
  } as const;
}
