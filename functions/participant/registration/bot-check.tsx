import { randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import type { Meeting } from '../../domain/meeting/meeting.ts';
import {
  BOT_CHECK,
  type Issuer,
  judgeAnswer,
  newChallenge,
} from '../../domain/shared/bot-check.ts';
import type { Language } from '../../domain/shared/languages.ts';
import { t } from '../../language/index.ts';
import { spendChallenge } from '../../store/platform/challenge.ts';
import type { Registry } from '../../store/platform/client.ts';
import { stageSecret } from '../../store/platform/secret.ts';
import { ASSETS } from '../../web/assets.ts';
import type { WebEnv } from '../../web/context.ts';
import { tooMany } from '../../web/limited.ts';
import type { Refusal } from '../../web/problem.tsx';

/** Why a registration is refused for now, and the challenge for the next attempt. */
export type BotRefusal = { readonly refusal: Refusal; readonly challenge: string | undefined };

/** A challenge for a form; nothing for a meeting without the check. */
export async function challengeFor(
  store: Registry,
  meeting: Meeting,
  now: Date,
): Promise<string | undefined> {
  if (meeting.botCheck !== 'proof-of-work') return undefined;
  return issue(await issuerOf(store, meeting), now);
}

/** Separates the proof (a form field, or the header `Bot-Check`) from the other fields. */
export function withoutBotCheck(
  c: Context<WebEnv>,
  { fields, form }: { fields: unknown; form: boolean },
): { answers: unknown; text: string | undefined } {
  const text = c.req.header('Bot-Check');
  if (!form) return { answers: fields, text };
  const { botCheck, ...answers } = fields as Readonly<Record<string, unknown>>;
  return { answers, text: typeof botCheck === 'string' ? botCheck : text };
}

/**
 * Checks the proof and uses up the challenge. Call it when everything else in the request is correct.
 *
 * @param text see `withoutBotCheck`
 * @param address the e-mail address that registers
 * @returns the refusal, if any
 */
export async function refusedAsBot(
  c: Context<WebEnv>,
  store: Registry,
  meeting: Meeting,
  { text, address }: { text: string | undefined; address: string },
): Promise<BotRefusal | undefined> {
  if (meeting.botCheck !== 'proof-of-work') return undefined;
  const issuer = await issuerOf(store, meeting);
  const judged = judgeAnswer(issuer, text, c.var.now);
  if (judged.answer === 'early') return asked(judged.challenge, judged.seconds);
  if (judged.answer === 'none') return asked(issue(issuer, c.var.now), BOT_CHECK.waitSeconds);
  if (judged.answer === 'waited') {
    const refusal = await tooMany(c, store, 'wait');
    if (refusal !== undefined) return { refusal, challenge: text };
  }
  if (await spendChallenge(store, judged, address)) return undefined;
  return asked(issue(issuer, c.var.now), BOT_CHECK.waitSeconds);
}

/** The refusal, with what a program needs to solve the challenge or to wait. */
function asked(challenge: string, seconds: number): BotRefusal {
  // From the challenge: a deployment may have changed the required number since.
  const bits = Number(challenge.split('.')[2]);
  return {
    challenge,
    refusal: [
      'bot-check-required',
      { retryAfter: seconds, values: { seconds }, extensions: { challenge, bits } },
    ],
  };
}

async function issuerOf(store: Registry, { id }: Meeting): Promise<Issuer> {
  return { secret: await stageSecret(store), meetingId: id };
}

const issue = (issuer: Issuer, now: Date) =>
  newChallenge(issuer, randomBytes(16).toString('base64url'), now);

/**
 * The form field with the challenge, and the script that solves it in the background. Without the script the form is
 * sent as it is. The status is shown only if the form is sent before the challenge is solved.
 */
export function BotCheck({ language, value }: { language: Language; value: string }) {
  return (
    <>
      <input
        type="hidden"
        name="botCheck"
        value={value}
        autocomplete="off"
        data-patience={BOT_CHECK.waitSeconds}
        data-busy={t(language, 'form.bot-check.busy')}
      />
      <p class="hint" role="status" id="bot-check" />
      <script src={ASSETS.work.path} defer />
    </>
  );
}
