/** The account and region that the development server pretends to be in: the SDK and the feedback function want some. */
export const PLACE = { region: 'us-east-1', account: '000000000000' } as const;

/** How clients reach what runs on this machine: any credentials will do. */
export const CONNECTION = {
  region: PLACE.region,
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
} as const;
