import MailComposer from 'nodemailer/lib/mail-composer';
import { encodeWord } from 'nodemailer/lib/mime-funcs';
import type { Message } from '../message.ts';
import type { Composed } from '../render/letter.ts';
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
  { id, to, meeting }: Pick<Message, 'id' | 'to' | 'meeting'>,
  sender: Sender,
  now: Date,
): Promise<Uint8Array> {
  for (const { fileName } of composed.attachments)
    if (!ASCII_NAME.test(fileName)) throw new Error('An attachment must have an ASCII name');
  const mail = new MailComposer({
    from: sender,
    to: { name: to.name.replaceAll('=?', '= ?'), address: to.email },
    replyTo: meeting.contactEmail,
    subject: subjectOf(composed.subject),
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
      ...unsubscribing(composed),
    },
    // RFC 5322 §2.3: a line feed never stands alone, and some servers refuse a message in which one does.
    newline: 'windows',
    // What a message says is never a file of this machine or an address to fetch.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return mail.compile().build();
}

/**
 * The headers by which a mail program ends messages of this kind in one click (RFC 2369 and 8058). One click is
 * for addresses of https alone, which those on one machine are not.
 */
function unsubscribing({ unsubscribeUrl: url }: Composed): Record<string, string> {
  if (url === undefined) return {};
  return {
    'List-Unsubscribe': `<${url}>`,
    ...(url.startsWith('https:') && { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
  };
}

/**
 * A subject for the library, which encodes what is not ASCII (RFC 2047). What looks encoded already is encoded here, as
 * mail programs would decode it to something that nobody has read.
 */
function subjectOf(subject: string): string {
  return subject.includes('=?') ? encodeWord(subject, 'Q', 52) : subject;
}
