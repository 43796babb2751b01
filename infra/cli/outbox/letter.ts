import * as z from 'zod';
import { OUTBOX_TAG } from '../../../functions/mail/ses/tag.ts';

/**
 * An event that a function has given up, without personal data: what it was, why it was given up, and the ids of its
 * notices.
 *
 * `stream`: records of the outbox's stream. Only their place in the stream is kept. `schedule`: one of many equal events.
 * `event`: a report of SES, which is sent once. `unknown`: no event that starts a function of Plenary.
 */
export type Letter = {
  readonly kind: 'stream' | 'schedule' | 'event' | 'unknown';
  readonly what: string;
  readonly why: string;
  readonly messageIds: readonly string[];
  /** The event with which to call the function again. */
  readonly event?: unknown;
};

/** Names that AWS gives. Other texts may come from anybody. */
const name = z.string().regex(/^[A-Za-z][\w.: -]{0,79}$/);

/** https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-errors.html */
const streamBatch = z.object({
  DDBStreamBatchInfo: z.object({ batchSize: z.number() }),
  requestContext: z.object({ condition: name }),
});

/** https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html */
const invocation = z.object({
  requestPayload: z.unknown(),
  requestContext: z.object({ condition: name }),
  responsePayload: z
    .object({ errorType: name.optional().catch(undefined) })
    .nullish()
    .catch(null),
});

const scheduled = z.object({
  source: z.literal('aws.events'),
  'detail-type': z.literal('Scheduled Event'),
});

const reported = z.object({
  source: z.literal('aws.ses'),
  detail: z.object({
    eventType: name,
    mail: z.object({ tags: z.record(z.string(), z.array(z.string())).default({}) }),
  }),
});

/**
 * Reads a message of a failure queue, which a stream, Lambda or EventBridge has put there.
 *
 * @param attributes those of the message. EventBridge says in them why it could not deliver the event.
 */
export function readLetter(
  body: string,
  attributes: Readonly<Record<string, string | undefined>> = {},
): Letter {
  let content: unknown;
  try {
    content = JSON.parse(body);
  } catch {
    content = undefined;
  }
  const batch = streamBatch.safeParse(content);
  if (batch.success) {
    const { DDBStreamBatchInfo: info, requestContext } = batch.data;
    const what = `${info.batchSize} of the outbox's stream`;
    return { kind: 'stream', what, why: requestContext.condition, messageIds: [] };
  }
  const run = invocation.safeParse(content);
  if (run.success && run.data.requestPayload !== undefined) {
    const { requestPayload, requestContext, responsePayload } = run.data;
    const why = [requestContext.condition, responsePayload?.errorType].filter(Boolean).join(', ');
    return readEvent(requestPayload, why);
  }
  const code = name.safeParse(attributes.ERROR_CODE);
  return readEvent(content, code.success ? code.data : 'not said');
}

function readEvent(event: unknown, why: string): Letter {
  if (scheduled.safeParse(event).success)
    return { kind: 'schedule', what: 'a run of its schedule', why, messageIds: [], event };
  const report = reported.safeParse(event);
  if (!report.success)
    return { kind: 'unknown', what: 'not an event of ours', why, messageIds: [] };
  const { eventType, mail } = report.data.detail;
  const messageIds = mail.tags[OUTBOX_TAG] ?? [];
  return { kind: 'event', what: `${eventType} that SES reports`, why, messageIds, event };
}
