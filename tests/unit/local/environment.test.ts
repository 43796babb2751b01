import { afterEach, describe, expect, it, vi } from 'vitest';
import { feedbackEnvironment } from '../../../functions/feedback/environment.ts';
import { notifierEnvironment } from '../../../functions/notifier/environment.ts';
import { participantEnvironment } from '../../../functions/participant/environment.ts';
import { schedulerEnvironment } from '../../../functions/scheduler/environment.ts';
import { environmentOf, setEnvironment } from '../../../infra/local/environment.ts';

const ADDRESSES = {
  url: 'http://localhost:8080',
  dynamodb: 'http://127.0.0.1:1',
  ses: 'http://127.0.0.1:2',
};

describe('the environment of the development server', () => {
  it.each([
    ['participant', participantEnvironment],
    ['notifier', notifierEnvironment],
    ['scheduler', schedulerEnvironment],
    ['feedback', feedbackEnvironment],
  ])('has all that the %s function asks for', (_, schema) => {
    expect(() => schema.parse({})).toThrow();
    const environment = environmentOf(ADDRESSES);
    const read = Object.entries(schema.parse(environment)).filter(
      ([, value]) => value !== undefined,
    );
    expect(Object.entries(environment)).toEqual(expect.arrayContaining(read));
  });

  it('keeps requests on this machine, whatever account the user has set', () => {
    vi.stubEnv('AWS_PROFILE', 'production');
    vi.stubEnv('AWS_SESSION_TOKEN', 'secret');
    vi.stubEnv('AWS_ENDPOINT_URL_SES', 'https://email.eu-west-1.amazonaws.com');
    vi.stubEnv('NOTES_BUCKET', 'notes');
    setEnvironment(ADDRESSES);
    const aws = Object.keys(process.env).filter((name) => name.startsWith('AWS_'));
    expect(aws.sort()).toEqual(
      Object.keys(environmentOf(ADDRESSES))
        .filter((name) => name.startsWith('AWS_'))
        .sort(),
    );
    expect(process.env.AWS_ENDPOINT_URL_SES).toBe(ADDRESSES.ses);
    expect(process.env.NOTES_BUCKET).toBeUndefined();
  });

  afterEach(() => {
    vi.unstubAllEnvs();
    for (const name of Object.keys(environmentOf(ADDRESSES))) delete process.env[name];
  });
});
