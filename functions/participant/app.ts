import { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { LANGUAGES, speak } from '../language/index.ts';
import { getMeeting } from '../store/meeting/meeting.ts';
import { isPassing, RETRY_AFTER, StoreBusy } from '../store/platform/transact.ts';
import { assetAt } from '../web/assets.ts';
import { networkOfRequest, type WebEnv } from '../web/context.ts';
import { keepLanguage } from '../web/keep-language.ts';
import { limited } from '../web/limited.ts';
import { languageOf } from '../web/negotiate.ts';
import { answerProblem } from '../web/problem.tsx';
import type { Dependencies, Route } from './dependencies.ts';
import type { LaterRoute } from './lazy-routes.ts';
import {
  askWithdraw,
  getCalendar,
  postAccept,
  postResend,
  postWithdraw,
  showRegistration,
} from './manage/handlers.tsx';
import { showMeeting, showMeetings } from './meeting/handlers.tsx';
import { postRegistration, showForm } from './registration/handlers.tsx';
import { ROUTES } from './routes.ts';

/** What tells the operators of an error that no answer was foreseen for. */
export type Report = (error: unknown) => void;

/** The participant's web application: every route of ROUTES, whatever runs it. */
export function createApp(dependencies: Dependencies, report: Report): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  const handlers = handlersOf(dependencies);
  const later = laterOf(dependencies);
  const isThere = (route: RouteKey): route is keyof typeof handlers =>
    Object.hasOwn(handlers, route);

  app.use(
    async (c, next) => {
      await next();
      const { postsTo } = c.var;
      if (postsTo === undefined) return;
      // One page sends to one other place, and no page to any other.
      const policy = c.res.headers.get('Content-Security-Policy') ?? '';
      const form = "form-action 'self'";
      c.header('Content-Security-Policy', policy.replace(form, `${form} ${postsTo}`));
    },
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'"],
        scriptSrc: ["'self'"],
        imgSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
      referrerPolicy: 'no-referrer',
      xFrameOptions: 'DENY',
    }),
    keepLanguage(LANGUAGES),
    async (c, next) => {
      c.set('language', await speak(languageOf(c)));
      c.set('now', new Date());
      c.set('network', networkOfRequest(c.env));
      await next();
      c.header('Content-Language', c.var.language);
      c.header('Vary', 'Accept, Accept-Language', { append: true });
      if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-store');
      if (/^\/(registrations|delegations|unsubscribe)\//.test(c.req.path))
        c.header('X-Robots-Tag', 'noindex');
    },
  );

  for (const route of ROUTES) {
    if (route === '$default') continue;
    const [method = '', path = ''] = route.split(' ');
    const handler = isThere(route) ? handlers[route] : later(route);
    app.on(method, path.replace(/\{(\w+)\}/g, ':$1'), handler);
  }
  app.notFound((c) => {
    const methods = methodsAt(c.req.path);
    if (methods.length === 0) return answerProblem(c, 'not-found');
    c.header('Allow', methods.join(', '));
    return answerProblem(c, 'method-not-allowed');
  });
  app.onError((error, c) => {
    if (error instanceof StoreBusy || isPassing(error))
      return answerProblem(c, 'busy', { retryAfter: RETRY_AFTER });
    report(error);
    return answerProblem(c, 'internal');
  });
  return app;
}

type RouteKey = Exclude<(typeof ROUTES)[number], '$default'>;

/** What people begin with: these handlers are there from the start. */
function handlersOf(dependencies: Dependencies): Record<Exclude<RouteKey, LaterRoute>, Route> {
  const { store } = dependencies;
  const managed = (route: Route) => limited(store, 'manage', route);
  return {
    'GET /': showMeetings(dependencies),
    'GET /health': health(dependencies),
    'GET /assets/{file}': showAsset,
    'GET /meetings/{meeting}': showMeeting(dependencies),
    'GET /meetings/{meeting}/register': showForm(dependencies),
    'POST /meetings/{meeting}/registrations': postRegistration(dependencies),
    'GET /registrations/{reference}/{secret}': showRegistration(dependencies),
    'GET /registrations/{reference}/{secret}/calendar.ics': getCalendar(dependencies),
    'GET /registrations/{reference}/{secret}/withdraw': askWithdraw(dependencies),
    'POST /registrations/{reference}/{secret}/withdraw': managed(postWithdraw(dependencies)),
    'POST /registrations/{reference}/{secret}/accept': managed(postAccept(dependencies)),
    'POST /registrations/{reference}/{secret}/resend': limited(
      store,
      'resend',
      postResend(dependencies),
    ),
  };
}

/** The other handlers: they come with the first request for one of them, as somebody waits for every start. */
function laterOf(dependencies: Dependencies): (route: LaterRoute) => Route {
  const load = async () => (await import('./lazy-routes.ts')).laterHandlers(dependencies);
  let handlers: ReturnType<typeof load> | undefined;
  return (route) => async (c, next) => {
    handlers ??= load();
    return (await handlers)[route](c, next);
  };
}

/** `GET /health`: 200 when the register answers, 503 when it does not. */
function health({ store }: Dependencies): Route {
  return async (c) => {
    try {
      await getMeeting(store, 'health');
      return c.json({ status: 'ok' });
    } catch {
      return c.json({ status: 'register unreachable' }, 503);
    }
  };
}

const showAsset: Route = (c) => {
  const asset = assetAt(c.req.path);
  if (asset === undefined) return answerProblem(c, 'not-found');
  return c.body(asset.content, 200, {
    'Content-Type': asset.type,
    'Cache-Control': 'public, max-age=31536000, immutable',
  });
};

/** The methods that some route takes at a path. */
function methodsAt(path: string): string[] {
  return ROUTES.flatMap((route) => {
    const [method = '', pattern = ''] = route.split(' ');
    const matches = new RegExp(`^${pattern.replace(/\{\w+\}/g, '[^/]+').replace('.', '\\.')}$`);
    return pattern !== '' && matches.test(path) ? [method] : [];
  });
}
