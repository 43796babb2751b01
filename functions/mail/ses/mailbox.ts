import { encodeWords } from 'nodemailer/lib/mime-funcs';

/** The sender of all mail. */
export type Sender = { readonly name: string; readonly address: string };

/** An address with a name for a header or for SES: `Name <address>`. The name is quoted or encoded if necessary. */
export function mailbox({ name: given, address }: Sender): string {
  const name = given.replace(/[\s\p{Cc}]+/gu, ' ');
  const quoted = /^[\w !#$%&'*+/=?^`{|}~-]*$/.test(name)
    ? name
    : /^[\x20-\x7e]*$/.test(name)
      ? `"${name.replace(/["\\]/g, '\\$&')}"`
      : encodeWords(name, 'Q', 52, true);
  return `${quoted} <${address}>`;
}
