import type { LimitedAct } from '../domain/shared/rate-limits.ts';

/** One route of the participant function. */
type RouteDefinition = {
  readonly method: 'GET' | 'POST' | 'PATCH';
  /** The path as API Gateway and OpenAPI write it. */
  readonly path: `/${string}`;
  /** `start`: the handler is loaded when the function starts. `lazy`: on the first request for a lazy route. */
  readonly load: 'start' | 'lazy';
  /** The rate limit that counts every request for this route, by network. */
  readonly limit?: LimitedAct;
};

const REGISTRATION = '/registrations/{reference}/{secret}';
const DELEGATION = '/delegations/{meeting}/{delegation}/{secret}';
const UNSUBSCRIBE = '/unsubscribe/{meeting}/{whom}/{secret}';

/**
 * Every route, by the name of its operation. The API Gateway routes, the application and the OpenAPI document all come
 * from this table. The stacks import it, so it imports no handler: app.ts and lazy-routes.ts attach the handlers by name.
 *
 * The handlers on the way to a registration load at start. All others load later, so that a cold start stays short.
 */
export const ROUTE_TABLE = {
  listMeetings: { method: 'GET', path: '/', load: 'start' },
  getHealth: { method: 'GET', path: '/health', load: 'start' },
  getOpenApi: { method: 'GET', path: '/openapi.json', load: 'lazy' },
  getAsset: { method: 'GET', path: '/assets/{file}', load: 'start' },
  getMeeting: { method: 'GET', path: '/meetings/{meeting}', load: 'start' },
  showRegistrationForm: { method: 'GET', path: '/meetings/{meeting}/register', load: 'start' },
  // Counts its attempts itself, by network and by e-mail address.
  register: { method: 'POST', path: '/meetings/{meeting}/registrations', load: 'start' },

  getRegistration: { method: 'GET', path: REGISTRATION, load: 'start' },
  getCalendar: { method: 'GET', path: `${REGISTRATION}/calendar.ics`, load: 'start' },
  showWithdrawForm: { method: 'GET', path: `${REGISTRATION}/withdraw`, load: 'start' },
  withdraw: { method: 'POST', path: `${REGISTRATION}/withdraw`, load: 'start', limit: 'manage' },
  acceptOffer: { method: 'POST', path: `${REGISTRATION}/accept`, load: 'start', limit: 'manage' },
  resendMessage: { method: 'POST', path: `${REGISTRATION}/resend`, load: 'start', limit: 'resend' },
  patchRegistration: { method: 'PATCH', path: REGISTRATION, load: 'lazy', limit: 'manage' },
  showEditForm: { method: 'GET', path: `${REGISTRATION}/edit`, load: 'lazy' },
  editRegistration: {
    method: 'POST',
    path: `${REGISTRATION}/edit`,
    load: 'lazy',
    limit: 'manage',
  },
  setPreferences: {
    method: 'POST',
    path: `${REGISTRATION}/preferences`,
    load: 'lazy',
    limit: 'manage',
  },
  stopReminders: {
    method: 'POST',
    path: `${REGISTRATION}/reminders/stop`,
    load: 'lazy',
    limit: 'manage',
  },
  resumeReminders: {
    method: 'POST',
    path: `${REGISTRATION}/reminders/resume`,
    load: 'lazy',
    limit: 'manage',
  },
  getOwnData: { method: 'GET', path: `${REGISTRATION}/data.json`, load: 'lazy' },
  showEraseForm: { method: 'GET', path: `${REGISTRATION}/erase`, load: 'lazy' },
  eraseRegistration: {
    method: 'POST',
    path: `${REGISTRATION}/erase`,
    load: 'lazy',
    limit: 'manage',
  },

  getDelegation: { method: 'GET', path: DELEGATION, load: 'lazy' },
  approve: { method: 'POST', path: `${DELEGATION}/approve`, load: 'lazy', limit: 'manage' },
  showDeclineForm: { method: 'GET', path: `${DELEGATION}/decline`, load: 'lazy' },
  decline: { method: 'POST', path: `${DELEGATION}/decline`, load: 'lazy', limit: 'manage' },
  showRoleForm: { method: 'GET', path: `${DELEGATION}/role`, load: 'lazy' },
  setRole: { method: 'POST', path: `${DELEGATION}/role`, load: 'lazy', limit: 'manage' },
  showNominateForm: { method: 'GET', path: `${DELEGATION}/nominate`, load: 'lazy' },
  nominate: { method: 'POST', path: `${DELEGATION}/nominate`, load: 'lazy', limit: 'manage' },
  showReplaceForm: { method: 'GET', path: `${DELEGATION}/replace`, load: 'lazy' },
  replace: { method: 'POST', path: `${DELEGATION}/replace`, load: 'lazy', limit: 'manage' },
  showNoteForm: { method: 'GET', path: `${DELEGATION}/note`, load: 'lazy' },
  recordNote: { method: 'POST', path: `${DELEGATION}/note`, load: 'lazy', limit: 'manage' },
  showNoteFileForm: { method: 'GET', path: `${DELEGATION}/note/file`, load: 'lazy' },
  recordNoteFile: {
    method: 'POST',
    path: `${DELEGATION}/note/file`,
    load: 'lazy',
    limit: 'manage',
  },
  getNoteFile: { method: 'GET', path: `${DELEGATION}/note.pdf`, load: 'lazy' },
  stopFocalPointReminders: {
    method: 'POST',
    path: `${DELEGATION}/reminders/stop`,
    load: 'lazy',
    limit: 'manage',
  },
  resumeFocalPointReminders: {
    method: 'POST',
    path: `${DELEGATION}/reminders/resume`,
    load: 'lazy',
    limit: 'manage',
  },

  showUnsubscribeForm: { method: 'GET', path: UNSUBSCRIBE, load: 'lazy' },
  // No rate limit: the providers of many people's mail send these requests from a few networks.
  unsubscribe: { method: 'POST', path: UNSUBSCRIBE, load: 'lazy' },
} as const satisfies Readonly<Record<string, RouteDefinition>>;

type Table = typeof ROUTE_TABLE;

/** The name of a route, and its `operationId` in the OpenAPI document. */
export type Operation = keyof Table;

type OperationLoaded<When extends RouteDefinition['load']> = {
  [O in Operation]: Table[O]['load'] extends When ? O : never;
}[Operation];
export type StartOperation = OperationLoaded<'start'>;
export type LazyOperation = OperationLoaded<'lazy'>;

/** The routes with their names, in the order of the table. */
export const OPERATIONS = Object.entries(ROUTE_TABLE) as readonly (readonly [
  Operation,
  RouteDefinition,
])[];

/** True if the route may change something. A GET changes nothing: mail scanners follow links. */
export const writes = ({ method }: RouteDefinition): boolean => method !== 'GET';

/** A route of the HTTP API: a method and a path, or `$default` for every other request. */
type RouteKey = `${RouteDefinition['method']} /${string}` | '$default';

/**
 * The routes as API Gateway writes them. The stack makes one HTTP API route for each, so that access logs and metrics
 * name the route and never the path, which can contain a secret.
 */
export const ROUTES: readonly RouteKey[] = [
  ...OPERATIONS.map(([, { method, path }]) => `${method} ${path}` as const),
  '$default',
];
