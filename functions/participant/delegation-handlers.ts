import { postApprove, postDecline, postNote, postRole } from './delegation-actions.ts';
import { opened } from './delegation-link.ts';
import { postNominate, postReplace } from './delegation-nominations.ts';
import { showDelegation, showForm } from './delegation-pages.tsx';
import type { Dependencies } from './dependencies.ts';
import { postFocalPointReminders } from './reminders.ts';

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
    'GET /delegations/{meeting}/{delegation}/{secret}/note': opened(dependencies, showForm('note')),
    'POST /delegations/{meeting}/{delegation}/{secret}/note': opened(dependencies, postNote),
    'POST /delegations/{meeting}/{delegation}/{secret}/reminders/stop': opened(
      dependencies,
      postFocalPointReminders('stopped'),
    ),
    'POST /delegations/{meeting}/{delegation}/{secret}/reminders/resume': opened(
      dependencies,
      postFocalPointReminders('resumed'),
    ),
  } as const;
}
