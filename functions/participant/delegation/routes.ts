import { limited } from '../../web/limited.ts';
import type { Dependencies } from '../dependencies.ts';
import { postFocalPointReminders } from '../manage/reminders.ts';
import { postApprove, postDecline, postNote, postRole } from './actions.ts';
import { showDelegation, showForm, unlessCancelled } from './handlers.tsx';
import { postNominate, postReplace } from './nominations.ts';
import { getNoteFile, postNoteFile, showNoteFile } from './note-file.tsx';
import { type DelegationRoute, opened } from './with-delegation.ts';

/** The routes of the delegation page. What changes something is limited as on the private page. */
export function delegationHandlers(dependencies: Dependencies) {
  const shows = (route: DelegationRoute) => opened(dependencies, route);
  const acts = (route: DelegationRoute) => limited(dependencies.store, 'manage', shows(route));
  const asks = (route: DelegationRoute) => shows(unlessCancelled(route));
  const changes = (route: DelegationRoute) => acts(unlessCancelled(route));
  return {
    'GET /delegations/{meeting}/{delegation}/{secret}': shows(showDelegation),
    'POST /delegations/{meeting}/{delegation}/{secret}/approve': changes(postApprove),
    'GET /delegations/{meeting}/{delegation}/{secret}/decline': asks(showForm('decline')),
    'POST /delegations/{meeting}/{delegation}/{secret}/decline': changes(postDecline),
    'GET /delegations/{meeting}/{delegation}/{secret}/role': asks(showForm('role')),
    'POST /delegations/{meeting}/{delegation}/{secret}/role': changes(postRole),
    'GET /delegations/{meeting}/{delegation}/{secret}/nominate': asks(showForm('nominate')),
    'POST /delegations/{meeting}/{delegation}/{secret}/nominate': changes(postNominate),
    'GET /delegations/{meeting}/{delegation}/{secret}/replace': asks(showForm('replace')),
    'POST /delegations/{meeting}/{delegation}/{secret}/replace': changes(postReplace),
    'GET /delegations/{meeting}/{delegation}/{secret}/note': asks(showForm('note')),
    'POST /delegations/{meeting}/{delegation}/{secret}/note': changes(postNote),
    'GET /delegations/{meeting}/{delegation}/{secret}/note/file': asks(showNoteFile),
    'POST /delegations/{meeting}/{delegation}/{secret}/note/file': changes(postNoteFile),
    'GET /delegations/{meeting}/{delegation}/{secret}/note.pdf': shows(getNoteFile),
    'POST /delegations/{meeting}/{delegation}/{secret}/reminders/stop': acts(
      postFocalPointReminders('stopped'),
    ),
    'POST /delegations/{meeting}/{delegation}/{secret}/reminders/resume': changes(
      postFocalPointReminders('resumed'),
    ),
  } as const;
}
