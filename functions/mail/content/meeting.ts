import type { Meeting } from '../../domain/meeting/meeting.ts';
import type { MessageMeeting } from '../message.ts';

/** The meeting data of every message. */
export function messageMeeting(meeting: Meeting): MessageMeeting {
  const { id, title, venue, timeZone, startsOn, endsOn, contactEmail } = meeting;
  const { sittings, calendarRevision, texts, cancelled } = meeting;
  return {
    id,
    title,
    venue,
    timeZone,
    startsOn,
    endsOn,
    contactEmail,
    sittings,
    calendarRevision,
    ...(cancelled && { cancelledBecause: cancelled.reason }),
    ...(texts && { texts }),
  };
}
