import { limited } from '../web/limited.ts';
import { delegationHandlers } from './delegation/routes.ts';
import type { Dependencies, Route } from './dependencies.ts';
import { patchRegistration, postEdit, postPreferences, showEdit } from './manage/edit-handlers.tsx';
import { askErase, getData, postErase } from './manage/own-data.tsx';
import { postReminders } from './manage/reminders.ts';
import { openApi } from './openapi/openapi.ts';
import { askUnsubscribe, postUnsubscribe } from './unsubscribe/handlers.tsx';

export type LaterRoute = keyof ReturnType<typeof laterHandlers>;

/** The routes that nobody's way to a registration begins with: see app.ts. */
export function laterHandlers(dependencies: Dependencies) {
  const { store, publicUrl } = dependencies;
  const managed = (route: Route) => limited(store, 'manage', route);
  return {
    'GET /openapi.json': (async (c) => c.json(await openApi(publicUrl))) as Route,
    'PATCH /registrations/{reference}/{secret}': managed(patchRegistration(dependencies)),
    'GET /registrations/{reference}/{secret}/edit': showEdit(dependencies),
    'POST /registrations/{reference}/{secret}/edit': managed(postEdit(dependencies)),
    'POST /registrations/{reference}/{secret}/preferences': managed(postPreferences(dependencies)),
    'POST /registrations/{reference}/{secret}/reminders/stop': managed(
      postReminders(dependencies, 'stopped'),
    ),
    'POST /registrations/{reference}/{secret}/reminders/resume': managed(
      postReminders(dependencies, 'resumed'),
    ),
    'GET /registrations/{reference}/{secret}/data.json': getData(dependencies),
    'GET /registrations/{reference}/{secret}/erase': askErase(dependencies),
    'POST /registrations/{reference}/{secret}/erase': managed(postErase(dependencies)),
    'GET /unsubscribe/{meeting}/{whom}/{secret}': askUnsubscribe(dependencies),
    'POST /unsubscribe/{meeting}/{whom}/{secret}': postUnsubscribe(dependencies),
    ...delegationHandlers(dependencies),
  };
}
