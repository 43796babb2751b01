import type { Meeting } from '../../domain/meeting/meeting.ts';
import { holdsSeat, type Registration } from '../../domain/registration/registration.ts';

/** Whether somebody else is given the seat when a registration ends: it has one, and the meeting takes place. */
export const passesSeat = ({ status }: Registration, { cancelled }: Meeting): boolean =>
  holdsSeat(status) && !cancelled;
