import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { afterAll } from 'vitest';
import cdk from '../../cdk.json' with { type: 'json' };
import { addStacks } from '../../infra/plenary.ts';
import { readStage, type Stage } from '../../infra/settings.ts';

/** A part of a template: what is in it is what the test is about to find out. */
// biome-ignore lint/suspicious/noExplicitAny: CloudFormation checks templates, not TypeScript.
export type Properties = Record<string, any>;

/** A stage of cdk.json, as it is or with other settings. */
export const stageOf = (
  name: keyof typeof cdk.context.stages,
  other: Partial<Stage> = {},
): Stage => ({
  ...readStage(name, cdk.context.stages),
  ...other,
});

const folder = mkdtempSync(join(tmpdir(), 'plenary-infra-'));
let assemblies = 0;
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A folder for an assembly, which is gone after the tests of a file. */
export function outdir(): string {
  assemblies += 1;
  return join(folder, String(assemblies));
}

/** The stacks of a stage, without bundling its functions. */
export function stacksOf(stage: Stage) {
  const app = new App({
    outdir: outdir(),
    context: { ...cdk.context, 'aws:cdk:bundling-stacks': [] },
  });
  return { app, ...addStacks(app, stage) };
}

/** What CloudFormation is told to make of each stack. */
export function templatesOf(stage: Stage) {
  const { data, mail, service, operations } = stacksOf(stage);
  return {
    data: Template.fromStack(data),
    mail: Template.fromStack(mail),
    service: Template.fromStack(service),
    operations: Template.fromStack(operations),
  };
}

/** The resources of a type: their logical ids and properties. */
export function resources(template: Template, type: string): [id: string, Properties][] {
  return Object.entries(template.findResources(type)).map(([id, { Properties }]) => [
    id,
    Properties ?? {},
  ]);
}

/** The one resource of a type whose logical id contains `part`. */
export function resource(template: Template, type: string, part = ''): Properties {
  const found = resources(template, type).filter(([id]) => id.includes(part));
  const [only] = found;
  if (only === undefined || found.length > 1)
    throw new Error(`${found.length} of ${type} are called ${part}`);
  return only[1];
}
