import { App } from 'aws-cdk-lib';
import type { CloudAssembly } from 'aws-cdk-lib/cx-api';
import cdk from '../cdk.json' with { type: 'json' };
import { readStage, type Stage } from './settings.ts';
import { DataStack } from './stacks/data.ts';
import { MailStack } from './stacks/mail.ts';
import { OperationsStack } from './stacks/operations.ts';
import { ServiceStack } from './stacks/service.ts';

/** Adds the stacks of a stage to an application. */
export function addStacks(app: App, stage: Stage) {
  const data = new DataStack(app, stage);
  const mail = new MailStack(app, stage);
  const service = new ServiceStack(app, { stage, data, mail });
  const operations = new OperationsStack(app, stage, { mail, service });
  return { data, mail, service, operations };
}

export type SynthesisOptions = {
  /** The folder for the assembly. @default a new temporary folder */
  readonly outdir?: string;
  /** The address of the service for participants, instead of that of the stage. */
  readonly publicUrl?: string;
  /** Whether to bundle functions. Without bundles, the assembly can be inspected but not run. @default true */
  readonly bundling?: boolean;
};

/**
 * Synthesises a stage of cdk.json in this process, without the CDK command.
 *
 * @throws SettingsError if the stage does not exist or one of its settings is wrong.
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
