import * as z from 'zod';

/** A text that an organiser writes: English, and whatever other UN languages they have. */
export const localised = (text: z.ZodType<string, string>) =>
  z.strictObject({
    en: text,
    ar: text.optional(),
    zh: text.optional(),
    fr: text.optional(),
    ru: text.optional(),
    es: text.optional(),
  });
