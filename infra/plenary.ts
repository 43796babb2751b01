import { App } from 'aws-cdk-lib';
import type { CloudAssembly } from 'aws-cdk-lib/cx-api';
import cdk from '../cdk.json' with { type: 'json' };
import { readStage, type Stage } from './settings.ts';
import { DataStack } from './stacks/data.ts';
import { MailStack } from './stacks/mail.ts';
import { OperationsStack } from './stacks/operations.ts';
import { ServiceStack } from './stacks/service.ts';

/** The stacks of a stage. */
export function addStacks(app: App, stage: Stage) {
  const data = new DataStack(app, stage);
  const mail = new MailStack(app, stage);
  const service = new ServiceStack(app, { stage, data, mail });
  const operations = new OperationsStack(app, stage, { mail, service });
  return { data, mail, service, operations };
}

export type SynthesisOptions = {
  /** Where the assembly is written. @default a new folder among the machine's temporary ones */
  readonly outdir?: string;
  /** Where participants reach the service, instead of what the stage says. */
  readonly publicUrl?: string;
  /** Whether functions are bundled; without, the assembly can be looked at, but not run. @default true */
  readonly bundling?: boolean;
};

/**
 * Synthesises a stage of cdk.json in this process, without the CDK command.
 *
 * @throws SettingsError when the stage is not known or one of its settings is wrong
 */
export function synthesise(
  stage: string,
  { outdir, publicUrl, bundling = true }: SynthesisOptions = {},
): CloudAssembly {
  const settings = readStage(stage, cdk.context.stages);
  const app = new App({
    ...(outdir && { outdir }),
    analyticsReporting: cdk.versionReporting,
    context: { ...cdk.context, ...(bundling ? {} : { 'aws:cdk:bundling-stacks': [] }) },
  });
  addStacks(app, { ...settings, ...(publicUrl && { publicUrl }) });
  return app.synth();
}
