/**
 * The routes of the participant function, as API Gateway writes them. The stack makes one HTTP API route of
 * each, so that access logs and metrics name the route and never the path, which may carry a secret.
 */
export const ROUTES = [
  'GET /',
  'GET /health',
  'GET /openapi.json',
  'GET /assets/{file}',
  'GET /meetings/{meeting}',
  'GET /meetings/{meeting}/register',
  'POST /meetings/{meeting}/registrations',
  'GET /registrations/{reference}/{secret}',
  'GET /registrations/{reference}/{secret}/calendar.ics',
  'GET /registrations/{reference}/{secret}/withdraw',
  'POST /registrations/{reference}/{secret}/withdraw',
  'POST /registrations/{reference}/{secret}/accept',
  'POST /registrations/{reference}/{secret}/resend',
  'PATCH /registrations/{reference}/{secret}',
  'GET /registrations/{reference}/{secret}/edit',
  'POST /registrations/{reference}/{secret}/edit',
  'POST /registrations/{reference}/{secret}/preferences',
  'GET /registrations/{reference}/{secret}/data.json',
  'GET /registrations/{reference}/{secret}/erase',
  'POST /registrations/{reference}/{secret}/erase',
  '$default',
] as const;
