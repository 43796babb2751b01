import { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { LANGUAGES, loadLocale } from '../language/index.ts';
import { getMeeting } from '../store/meeting/meeting.ts';
import { assetAt } from '../web/assets.ts';
import { networkOfRequest, type WebEnv } from '../web/context.ts';
import { keepLanguage } from '../web/keep-language.ts';
import { limited } from '../web/limited.ts';
import { languageOf } from '../web/negotiate.ts';
import { busyProblem } from '../web/outcome-problem.ts';
import { answerProblem } from '../web/problem.tsx';
import type { Dependencies, Route } from './dependencies.ts';
import {
  askWithdraw,
  getCalendar,
  postAccept,
  postResend,
  postWithdraw,
  showRegistration,
} from './manage/handlers.tsx';
import { showMeeting, showMeetings } from './meeting/handlers.tsx';
import { postRegistration, showRegistrationForm } from './registration/handlers.tsx';
import { OPERATIONS, type Operation, ROUTE_TABLE, type StartOperation } from './routes.ts';

/** Reports an unexpected error to the operators. */
export type Report = (error: unknown) => void;

/** The web application for participants: every route of ROUTE_TABLE. It runs on Lambda and on one machine. */
export function createApp(dependencies: Dependencies, report: Report): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  const handlerOf = handlersOf(dependencies);

  app.use(
    async (c, next) => {
      await next();
      const { postsTo } = c.var;
      if (postsTo === undefined) return;
      // Only the page with the file upload sends its form to another host.
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
      c.set('language', await loadLocale(languageOf(c)));
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

  for (const [operation, { method, path, limit }] of OPERATIONS) {
    const handler = handlerOf(operation);
    app.on(
      method,
      path.replace(/\{(\w+)\}/g, ':$1'),
      limit === undefined ? handler : limited(dependencies.store, limit, handler),
    );
  }
  app.notFound((c) => {
    const methods = methodsAt(c.req.path);
    if (methods.length === 0) return answerProblem(c, 'not-found');
    c.header('Allow', methods.join(', '));
    return answerProblem(c, 'method-not-allowed');
  });
  app.onError((error, c) => {
    const busy = busyProblem(error);
    if (busy !== undefined) return answerProblem(c, ...busy);
    report(error);
    return answerProblem(c, 'internal');
  });
  return app;
}

/** The handler of each route: loaded now, or on the first request for a lazy route. */
function handlersOf(dependencies: Dependencies): (operation: Operation) => Route {
  const start = startRoutes(dependencies);
  const load = async () => (await import('./lazy-routes.ts')).lazyRoutes(dependencies);
  let lazy: ReturnType<typeof load> | undefined;
  return (operation) => {
    if (isLoadedAtStart(operation)) return start[operation];
    return async (c, next) => {
      lazy ??= load();
      return (await lazy)[operation](c, next);
    };
  };
}

const isLoadedAtStart = (operation: Operation): operation is StartOperation =>
  ROUTE_TABLE[operation].load === 'start';

/** The handlers that are loaded at start. */
function startRoutes(dependencies: Dependencies): Record<StartOperation, Route> {
  return {
    listMeetings: showMeetings(dependencies),
    getHealth: health(dependencies),
    getAsset: showAsset,
    getMeeting: showMeeting(dependencies),
    showRegistrationForm: showRegistrationForm(dependencies),
    register: postRegistration(dependencies),
    getRegistration: showRegistration(dependencies),
    getCalendar: getCalendar(dependencies),
    showWithdrawForm: askWithdraw(dependencies),
    withdraw: postWithdraw(dependencies),
    acceptOffer: postAccept(dependencies),
    resendMessage: postResend(dependencies),
  };
}

/** `GET /health`: 200 if the registry table answers, otherwise 503. */
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

/** The methods that are allowed at a path. */
function methodsAt(path: string): string[] {
  return OPERATIONS.flatMap(([, { method, path: pattern }]) => {
    const matches = new RegExp(`^${pattern.replace(/\{\w+\}/g, '[^/]+').replace('.', '\\.')}$`);
    return matches.test(path) ? [method] : [];
  });
}
