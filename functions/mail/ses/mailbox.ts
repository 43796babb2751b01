import { encodeWords } from 'nodemailer/lib/mime-funcs';

/** Who mail comes from. */
export type Sender = { readonly name: string; readonly address: string };

/** An address with a name, as a header or SES takes it: `Name <address>`, quoted or encoded where it must be. */
export function mailbox({ name: given, address }: Sender): string {
  const name = given.replace(/[\s\p{Cc}]+/gu, ' ');
  const quoted = /^[\w !#$%&'*+/=?^`{|}~-]*$/.test(name)
    ? name
    : /^[\x20-\x7e]*$/.test(name)
      ? `"${name.replace(/["\\]/g, '\\$&')}"`
      : encodeWords(name, 'Q', 52, true);
  return `${quoted} <${address}>`;
}
