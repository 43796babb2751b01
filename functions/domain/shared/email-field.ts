import * as z from 'zod';
import { LONGEST_ADDRESS, mailable } from './email.ts';

/** Schema of an e-mail address. It parses to the mailable form. Errors: `required`, `type`, `too-long`, `email`. */
export const email = z
  .string({ error: (issue) => (issue.input === undefined ? 'required' : 'type') })
  .max(LONGEST_ADDRESS * 2, { error: 'too-long' })
  .transform((typed, context) => {
    const address = mailable(typed);
    if (address !== undefined) return address;
    context.issues.push({
      code: 'custom',
      message: typed.trim() === '' ? 'required' : 'email',
      input: typed,
    });
    return z.NEVER;
  });
