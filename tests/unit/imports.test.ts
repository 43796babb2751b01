import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { importsOf, wholeZod, wrongImports } from './imports.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const files = globSync('{functions,infra}/**/*.{ts,tsx}', { cwd: ROOT }).map((path) => ({
  path: path.replaceAll('\\', '/'),
  source: readFileSync(`${ROOT}${path}`, 'utf8'),
}));

describe('the direction of imports', () => {
  it('holds in every file of functions and infra', () => {
    expect(wrongImports(files)).toEqual([]);
  });

  it('is looked at in all the folders there are', () => {
    const folders = new Set(files.map(({ path }) => path.split('/').slice(0, 2).join('/')));
    for (const folder of [
      'domain',
      'language',
      'store',
      'mail',
      'web',
      'participant',
      'notifier',
    ]) {
      expect(folders).toContain(`functions/${folder}`);
    }
    for (const folder of ['cli', 'local', 'stacks']) expect(folders).toContain(`infra/${folder}`);
    expect(files.flatMap(({ source }) => importsOf(source)).length).toBeGreaterThan(200);
  });

  it.each([
    ['functions/domain/seats/seats.ts', "import { key } from '../../store/platform/keys.ts';"],
    ['functions/domain/seats/seats.ts', "import { readFileSync } from 'node:fs';"],
    ['functions/domain/seats/seats.ts', "import '@aws-sdk/client-dynamodb';"],
    [
      'functions/domain/seats/seats.ts',
      "import { isLive } from '../registration/registration.ts';",
    ],
    ['functions/domain/meeting/meeting.ts', "import type { Seated } from '../seats/seats.ts';"],
    [
      'functions/language/catalogues/en.ts',
      "import type { Key } from '../../store/platform/keys.ts';",
    ],
    ['functions/store/platform/keys.ts', "import { send } from '../../mail/ses.ts';"],
    ['functions/store/platform/keys.ts', "import { t } from '../../language/index.ts';"],
    ['functions/store/platform/read.ts', "import { getMeeting } from '../meeting/meeting.ts';"],
    [
      'functions/store/seats/seats.ts',
      "import { listRegistrations } from '../registration/registration.ts';",
    ],
    [
      'functions/store/registration/commit.ts',
      "import { linkCheck } from '../delegation/delegation.ts';",
    ],
    [
      'functions/store/registration/commit.ts',
      "import type { Step } from '../delegation/invite.ts';",
    ],
    [
      'functions/store/delegation/delegation.ts',
      "import { eraseRegistration } from '../privacy/erase.ts';",
    ],
    ['functions/store/outbox/notice.ts', "import { getMeeting } from '../meeting/meeting.ts';"],
    [
      'functions/store/meeting/cancel-meeting.ts',
      "import { announce } from '../notifications/announce.ts';",
    ],
    [
      'functions/store/meeting/apply-meeting.ts',
      "import { listDelegations } from '../delegation/delegation.ts';",
    ],
    [
      'functions/store/registration/register.ts',
      "import { fanOut } from '../notifications/fan-out.ts';",
    ],
    [
      'functions/store/notifications/announce.ts',
      "import { retentionJob } from '../privacy/retention-job.ts';",
    ],
    ['functions/mail/ses/ses.ts', "import { layout } from '../../web/layout.tsx';"],
    ['functions/mail/ses/ses.ts', "export { deliver } from '../../notifier/deliver.ts';"],
    ['functions/web/body.ts', "const app = await import('../participant/app.ts');"],
    ['functions/feedback/record.ts', "import {\n  deliver,\n} from '../notifier/deliver.ts';"],
    ['functions/store/platform/keys.ts', "import { OUTPUTS } from '../../outputs.ts';"],
    [
      'infra/stacks/data.ts',
      "import { registerIn } from '../../functions/store/registration/register.ts';",
    ],
    ['infra/stacks/data.ts', "import { openStore } from '../cli/open-store.ts';"],
    ['infra/tables.ts', "import { DataStack } from './stacks/data.ts';"],
    ['infra/cli/meeting.ts', "import { createApp } from '../../functions/participant/app.ts';"],
    ['infra/cli/meeting.ts', "import { handler } from '../../functions/scheduler/handler.ts';"],
    ['infra/cli/doctor/local.ts', "import { startSes } from '../../local/ses/server.ts';"],
    ['infra/cli/doctor.ts', "import { synthesise } from '../plenary.ts';"],
    ['infra/local/service.ts', "import { DataStack } from '../stacks/data.ts';"],
    ['infra/local/handlers.ts', "import { deliver } from '../../functions/notifier/deliver.ts';"],
    ['infra/local/service.ts', "import { sesClient } from '../../functions/mail/ses/ses.ts';"],
    ['infra/plenary.ts', "import { stage } from '../tests/infra/stage.ts';"],
  ])('is found broken in %s by %s', (path, source) => {
    expect(wrongImports([{ path, source }])).toHaveLength(1);
  });

  it.each([
    ['functions/participant/app.ts', "import { layout } from '../web/layout.tsx';"],
    [
      'functions/store/delegation/nominate.ts',
      "import { commit } from '../registration/commit.ts';",
    ],
    ['functions/store/registration/commit.ts', "import { readSeats } from '../seats/seats.ts';"],
    ['functions/notifier/batch.ts', "import { deliver } from './deliver.ts';"],
    ['functions/domain/shared/day.ts', "import * as z from 'zod';"],
    ['functions/domain/shared/day.ts', "// import { key } from '../store/keys.ts';"],
    ['functions/domain/shared/day.ts', "/*\nimport { key } from '../store/keys.ts';\n*/"],
    ['infra/stacks/data.ts', "import { TABLE } from '../../functions/store/platform/keys.ts';"],
    ['infra/cli/meeting.ts', "import { parse } from '../../functions/domain/meeting/meeting.ts';"],
    [
      'infra/cli/doctor.ts',
      "import { recentLists } from '../../functions/scheduler/recent-lists.ts';",
    ],
    ['infra/local/handlers.ts', "import { handler } from '../../functions/notifier/handler.ts';"],
    ['infra/local/handlers.ts', "import { createApp } from '../../functions/participant/app.ts';"],
    ['infra/local/meetings.ts', "import { applyMeetingFile } from '../cli/meeting/apply.ts';"],
    ['infra/local/service.ts', "import { TABLES } from '../tables.ts';"],
  ])('is found right in %s with %s', (path, source) => {
    expect(wrongImports([{ path, source }])).toEqual([]);
  });
});

describe('zod', () => {
  it('is imported in the way that bundles can take apart', () => {
    const wrong = files.flatMap(({ path, source }) =>
      wholeZod(source).map((statement) => `${path}: ${statement}`),
    );
    expect(wrong).toEqual([]);
    expect(files.filter(({ source }) => importsOf(source).includes('zod')).length).toBeGreaterThan(
      5,
    );
  });

  it.each([
    "import { z } from 'zod';",
    "import z from 'zod';",
    "import type { ZodError } from 'zod';",
    'import {\n  z,\n} from "zod";',
    "export { z } from 'zod';",
    "import * as z from 'zod/v4';",
  ])('is found whole in %s', (source) => {
    expect(wholeZod(`${source}\nconst name = z.string();`)).toHaveLength(1);
  });

  it.each([
    "import * as z from 'zod';",
    "import type * as z from 'zod';",
    "import { from } from './zod.ts';",
  ])('is not in %s', (source) => {
    expect(wholeZod(source)).toEqual([]);
  });
});
