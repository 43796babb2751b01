import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import cdk from '../../cdk.json' with { type: 'json' };
import { addStacks } from '../../infra/plenary.ts';
import { readStage, type StageSettings } from '../../infra/settings.ts';

/** A resource as a template has it; tests say what they expect in it. */
export type Resource = {
  readonly Type: string;
  // biome-ignore lint/suspicious/noExplicitAny: the shape of each type of resource is CloudFormation's.
  readonly Properties: any;
  readonly DeletionPolicy?: string;
};

/** The stacks of a stage of cdk.json, with some of its settings changed, and without bundling functions. */
export function build(
  stage: 'local' | 'test' | 'production',
  changes: Partial<StageSettings> = {},
) {
  const app = new App({ context: { ...cdk.context, 'aws:cdk:bundling-stacks': [] } });
  const stacks = addStacks(app, { ...readStage(stage, cdk.context.stages), ...changes });
  const resources = (name: keyof typeof stacks, type: string) =>
    Template.fromStack(stacks[name]).findResources(type) as Record<string, Resource>;
  return { app, stacks, resources };
}

/** The one entry whose logical id begins so. */
export function named<T>(entries: Record<string, T>, beginning: string): T {
  const found = Object.entries(entries).filter(([id]) => id.startsWith(beginning));
  const [only] = found;
  if (only === undefined || found.length > 1) {
    throw new Error(`${found.length} of ${Object.keys(entries)} begin with ${beginning}`);
  }
  return only[1];
}
