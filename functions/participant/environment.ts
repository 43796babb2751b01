const NAMES = ['STAGE', 'REGISTRY_TABLE', 'OUTBOX_TABLE', 'VAULT_TABLE', 'PUBLIC_URL'] as const;

type ParticipantEnvironment = Readonly<Record<(typeof NAMES)[number], string>> & {
  /** The bucket for notes of nomination, if the stage stores files. */
  readonly NOTES_BUCKET?: string | undefined;
};

/**
 * The environment variables of the participant function. If one is missing, the function stops at start and names it.
 * The check uses no zod: people wait for this function to start, and zod is loaded with the first form. `PUBLIC_URL`
 * is the URL of the service.
 */
export const participantEnvironment = {
  /** The names, in the shape of a zod schema. */
  shape: Object.fromEntries([...NAMES, 'NOTES_BUCKET'].map((name) => [name, name])),
  parse(environment: Readonly<Record<string, string | undefined>>): ParticipantEnvironment {
    const missing = NAMES.filter((name) => !environment[name]);
    if (missing.length > 0) throw new Error(`Missing in the environment: ${missing.join(', ')}`);
    if (!URL.canParse(environment.PUBLIC_URL ?? '')) throw new Error('PUBLIC_URL is not a URL');
    const { NOTES_BUCKET } = environment;
    return {
      ...Object.fromEntries(NAMES.map((name) => [name, environment[name]])),
      NOTES_BUCKET,
    } as ParticipantEnvironment;
  },
};
