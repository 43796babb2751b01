import { postApprove, postDecline, postNote, postRole } from './delegation/actions.ts';
import { showDelegation, showDelegationForm, unlessCancelled } from './delegation/handlers.tsx';
import { postNominate, postReplace } from './delegation/nominations.ts';
import { getNoteFile, postNoteFile, showNoteFile } from './delegation/note-file.tsx';
import { type DelegationRoute, withDelegation } from './delegation/with-delegation.ts';
import type { Dependencies, Route } from './dependencies.ts';
import { patchRegistration, postEdit, postPreferences, showEdit } from './manage/edit-handlers.tsx';
import { askErase, getData, postErase } from './manage/own-data.tsx';
import { postFocalPointReminders, postReminders } from './manage/reminders.ts';
import { openApi } from './openapi/openapi.ts';
import type { LazyOperation } from './routes.ts';
import { askUnsubscribe, postUnsubscribe } from './unsubscribe/handlers.tsx';

/** The handlers of the routes that are loaded on the first request for one of them: see routes.ts. */
export function lazyRoutes(dependencies: Dependencies): Record<LazyOperation, Route> {
  const delegation = (route: DelegationRoute) => withDelegation(dependencies, route);
  /** A cancelled meeting refuses these routes. */
  const active = (route: DelegationRoute) => delegation(unlessCancelled(route));
  return {
    getOpenApi: async (c) => c.json(await openApi(dependencies.publicUrl)),

    patchRegistration: patchRegistration(dependencies),
    showEditForm: showEdit(dependencies),
    editRegistration: postEdit(dependencies),
    setPreferences: postPreferences(dependencies),
    stopReminders: postReminders(dependencies, 'stopped'),
    resumeReminders: postReminders(dependencies, 'resumed'),
    getOwnData: getData(dependencies),
    showEraseForm: askErase(dependencies),
    eraseRegistration: postErase(dependencies),

    getDelegation: delegation(showDelegation),
    approve: active(postApprove),
    showDeclineForm: active(showDelegationForm('decline')),
    decline: active(postDecline),
    showRoleForm: active(showDelegationForm('role')),
    setRole: active(postRole),
    showNominateForm: active(showDelegationForm('nominate')),
    nominate: active(postNominate),
    showReplaceForm: active(showDelegationForm('replace')),
    replace: active(postReplace),
    showNoteForm: active(showDelegationForm('note')),
    recordNote: active(postNote),
    showNoteFileForm: active(showNoteFile),
    recordNoteFile: active(postNoteFile),
    getNoteFile: delegation(getNoteFile),
    stopFocalPointReminders: delegation(postFocalPointReminders('stopped')),
    resumeFocalPointReminders: active(postFocalPointReminders('resumed')),

    showUnsubscribeForm: askUnsubscribe(dependencies),
    unsubscribe: postUnsubscribe(dependencies),
  };
}
