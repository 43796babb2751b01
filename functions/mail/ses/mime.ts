import MailComposer from 'nodemailer/lib/mail-composer';
import { encodeWord } from 'nodemailer/lib/mime-funcs';
import type { Message } from '../message.ts';
import type { Composed } from '../render/letter.ts';
import type { Sender } from './mailbox.ts';

/** The header with the notice id. It leads from a mail in an inbox to the notice in the table. */
const MESSAGE_ID_HEADER = 'X-Plenary-Message-Id';

const ASCII_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;

/**
 * A composed message as MIME (RFC 5322). Text, HTML and calendar are alternatives. The calendar is attached too,
 * because some programs show only one of the two.
 *
 * @throws Error if the name of an attachment is not plain ASCII.
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
    // RFC 5322 §2.3: a line feed must not occur alone. Some servers refuse a message that contains one.
    newline: 'windows',
    // The content of a message must never be read from a local file or a web address.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return mail.compile().build();
}

/**
 * The headers with which a mail program unsubscribes in one click (RFC 2369 and RFC 8058). One click needs an https
 * address, which a local stage does not have.
 */
function unsubscribing({ unsubscribeUrl: url }: Composed): Record<string, string> {
  if (url === undefined) return {};
  return {
    'List-Unsubscribe': `<${url}>`,
    ...(url.startsWith('https:') && { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
  };
}

/**
 * The subject for the library, which encodes non-ASCII text (RFC 2047). A text that looks encoded is encoded here,
 * because otherwise mail programs would decode it.
 */
function subjectOf(subject: string): string {
  return subject.includes('=?') ? encodeWord(subject, 'Q', 52) : subject;
}
