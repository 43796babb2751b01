/** The account and region of the development server. The SDK and the feedback function need some. */
export const PLACE = { region: 'us-east-1', account: '000000000000' } as const;

/** The settings of clients for local services, which accept any credentials. */
export const CONNECTION = {
  region: PLACE.region,
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
} as const;
