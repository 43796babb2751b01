const NAMES = ['STAGE', 'REGISTRY_TABLE', 'OUTBOX_TABLE', 'VAULT_TABLE', 'PUBLIC_URL'] as const;

type ParticipantEnvironment = Readonly<Record<(typeof NAMES)[number], string>> & {
  /** The bucket of the notes of nomination, where the stage takes files. */
  readonly NOTES_BUCKET?: string | undefined;
};

/**
 * What the participant function must be told; a missing value stops it at start-up, by name. Checked
 * by hand, unlike that of the other functions: this one starts while somebody waits, and zod is
 * loaded only when a form comes. `PUBLIC_URL` is where participants reach the service.
 */
export const participantEnvironment = {
  /** The names, as a schema of zod has them. */
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
