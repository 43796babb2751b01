import * as z from 'zod';

/** Schema of a text that an organiser writes: English is required, the other UN languages are optional. */
export const localised = (text: z.ZodType<string, string>) =>
  z.strictObject({
    en: text,
    ar: text.optional(),
    zh: text.optional(),
    fr: text.optional(),
    ru: text.optional(),
    es: text.optional(),
  });
