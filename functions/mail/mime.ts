import MailComposer from 'nodemailer/lib/mail-composer';
import type { OutboxMessage } from '../store/message.ts';
import type { Composed } from './letter.ts';
import type { Sender } from './mailbox.ts';

/** The header that carries the outbox id, so that a mail in an inbox can be found in the table. */
export const MESSAGE_ID_HEADER = 'X-Plenary-Message-Id';

const ASCII_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;

/**
 * A composed message as MIME (RFC 5322). Text, HTML and calendar are alternatives of each other; the
 * calendar is attached as well, for programs that show one and not the other.
 *
 * @throws Error for an attachment whose name is not plain ASCII.
 */
export async function mimeOf(
  composed: Composed,
  { id, to, meeting }: Pick<OutboxMessage, 'id' | 'to' | 'meeting'>,
  sender: Sender,
  now: Date,
): Promise<Uint8Array> {
  for (const { fileName } of composed.attachments)
    if (!ASCII_NAME.test(fileName)) throw new Error('An attachment must have an ASCII name');
  const mail = new MailComposer({
    from: sender,
    to: { name: to.name, address: to.email },
    replyTo: meeting.contactEmail,
    subject: composed.subject,
    date: now,
    text: composed.text,
    html: composed.html,
    ...(composed.calendar !== undefined && {
      icalEvent: {
        method: composed.calendarMethod ?? 'PUBLISH',
        filename: composed.calendarMethod === 'CANCEL' ? 'cancel.ics' : 'invite.ics',
        content: composed.calendar,
      },
    }),
    attachments: composed.attachments.map(({ fileName, contentType, content }) => ({
      filename: fileName,
      contentType,
      content: Buffer.from(content),
    })),
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      [MESSAGE_ID_HEADER]: id,
    },
    // What a message says is never a file of this machine or an address to fetch.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return mail.compile().build();
}
