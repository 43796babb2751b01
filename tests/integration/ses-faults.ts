import type { SESClient } from '@aws-sdk/client-ses';

/** Makes a client of SES throw, before a mail is given to SES or after the answer has come; counts the requests. */
export function failing(client: SESClient, when: 'before' | 'after', errors: readonly Error[]) {
  const left = [...errors];
  const counts = { asked: 0 };
  client.middlewareStack.add(
    (next, context) => async (args) => {
      if (context.commandName !== 'SendRawEmailCommand') return next(args);
      counts.asked += 1;
      const error = left.shift();
      if (error && when === 'before') throw error;
      const result = await next(args);
      if (error) throw error;
      return result;
    },
    { step: 'finalizeRequest', priority: 'low', name: 'failing' },
  );
  return counts;
}

/** An error of SES as the SDK throws it. */
export function sesError(name: string, message: string, httpStatusCode?: number): Error {
  return Object.assign(new Error(message), { name, $metadata: { httpStatusCode } });
}
