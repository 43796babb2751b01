import { randomInt } from 'node:crypto';
import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import type { StoredMeeting } from '../meeting/meeting.ts';
import { type Registry, toItem } from '../platform/client.ts';
import { PREFIXES, registryKeys } from '../platform/keys.ts';
import { readAll } from '../platform/read.ts';
import { readSeats, type SeatShard } from './seats.ts';

/**
 * A gate through which people come in without a seat: to wait for a yes, or for a seat. There are a few to a meeting,
 * so that a rush does not queue on a single item, nor on the seat counters: DynamoDB cancels a transaction that wants
 * an item another has in hand, be it only to check it, and a ceiling of up to 250 is one item (`npm run test:load`
 * measures it). Beside a refusal, joining the line costs the writes of the registration itself and of one gate.
 */
export type Gate = {
  readonly gate: number;
  /** The revision of the meeting by whose rules people come in. */
  readonly revision?: number | undefined;
  /** How many have come in through it. */
  readonly moves: number;
  /** How often seats have come free for whoever comes next. It counts the same at every gate. */
  readonly frees: number;
};

/** Each takes as many people a second as one counter does. */
export const GATES = 5;

/** Gates and seat counters of a meeting. */
export type Room = { readonly gates: readonly Gate[]; readonly present: readonly SeatShard[] };

/**
 * The gates, and then the seat counters: whoever finds a counter full, and comes in while no seat has come free
 * since the gates were read, waits with reason.
 */
export async function readRoom(store: Registry, meetingId: string): Promise<Room> {
  const gates = await readAll<Gate>(store, registryKeys.meeting(meetingId).pk, PREFIXES.gates);
  return { gates, present: await readSeats(store, meetingId) };
}

/** What passes the gates in a transaction. */
export type Passing = {
  /** Whether somebody comes in, or joins the line, without a seat: by the rules of this revision. */
  readonly enters: boolean;
  /** Whether a seat comes free, and nobody who waits is offered it. */
  readonly opens: boolean;
  /**
   * The gates as they were before the counters and the line were looked at. Whoever enters does so only while no seat
   * has come free since; a seat comes free only while nobody has entered since, who might wait for it.
   */
  readonly seen?: readonly Gate[] | undefined;
};

/** The writes of a transaction to the gates: one for somebody who comes in, all of them where a seat comes free. */
export function gateWrites(
  store: Pick<Registry, 'registry'>,
  { meeting, revision }: Pick<StoredMeeting, 'meeting' | 'revision'>,
  { enters, opens, seen = [] }: Passing,
): TransactWriteItem[] {
  const entered = randomInt(GATES);
  return Array.from({ length: GATES }, (_, gate) => gate)
    .filter((gate) => opens || (enters && gate === entered))
    .map((gate) => {
      const before = seen.find((one) => one.gate === gate);
      const enter = enters && gate === entered;
      return gateUpdate(store, meeting.id, gate, {
        moves: enter ? 1 : 0,
        frees: opens ? 1 : 0,
        seen: { ...(enter && { frees: before?.frees }), ...(opens && { moves: before?.moves }) },
        ...(enter && { revision }),
      });
    });
}

/** The writes that open a meeting to whoever comes, provided that nobody came since `seen`, and by this revision. */
export function openWrites(
  store: Pick<Registry, 'registry'>,
  { meeting, revision }: StoredMeeting,
  seen: readonly Gate[],
): TransactWriteItem[] {
  return seen.map(({ gate, moves }) =>
    gateUpdate(store, meeting.id, gate, { moves: 0, frees: 1, seen: { moves }, revision }),
  );
}

type Change = {
  readonly moves: 0 | 1;
  readonly frees: 0 | 1;
  readonly seen: { readonly moves?: number | undefined; readonly frees?: number | undefined };
  /** The revision that it must be of. */
  readonly revision?: number | undefined;
};

function gateUpdate(
  { registry }: Pick<Registry, 'registry'>,
  meetingId: string,
  gate: number,
  { moves, frees, seen, revision }: Change,
): TransactWriteItem {
  const conditions = [
    ...(seen.moves === undefined ? [] : ['moves = :seenMoves']),
    ...(seen.frees === undefined ? [] : ['frees = :seenFrees']),
    ...(revision === undefined ? [] : ['revision = :revision']),
  ];
  return {
    Update: {
      TableName: registry,
      Key: toItem(registryKeys.gate(meetingId, gate)),
      UpdateExpression:
        'SET gate = :gate, moves = if_not_exists(moves, :zero) + :moves, frees = if_not_exists(frees, :zero) + :frees',
      ...(conditions.length > 0 && { ConditionExpression: conditions.join(' AND ') }),
      ExpressionAttributeValues: toItem({
        ':gate': gate,
        ':zero': 0,
        ':moves': moves,
        ':frees': frees,
        ':seenMoves': seen.moves,
        ':seenFrees': seen.frees,
        ':revision': revision,
      }),
    },
  };
}

/**
 * The writes that lay out the gates for a revision of their meeting.
 *
 * @param seen the gates as they were, where the revision is right only while nobody has come in since.
 */
export function layGates(
  { registry }: Pick<Registry, 'registry'>,
  { meeting, revision }: StoredMeeting,
  seen?: readonly Gate[],
): TransactWriteItem[] {
  return Array.from({ length: GATES }, (_, gate) => ({
    Update: {
      TableName: registry,
      Key: toItem(registryKeys.gate(meeting.id, gate)),
      UpdateExpression:
        'SET gate = :gate, revision = :revision, moves = if_not_exists(moves, :zero), frees = if_not_exists(frees, :zero)',
      ...(seen && { ConditionExpression: 'attribute_not_exists(moves) OR moves = :moves' }),
      ExpressionAttributeValues: toItem({
        ':gate': gate,
        ':zero': 0,
        ':revision': revision,
        ':moves': seen && (seen.find((one) => one.gate === gate)?.moves ?? 0),
      }),
    },
  }));
}
