import type { TestProject } from 'vitest/node';
import { startDynamo } from '../support/dynamo-local.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the DynamoDB Local of this run listens. */
    dynamoEndpoint: string;
  }
}

/** Starts one DynamoDB Local for all files of a run; every test makes tables of its own in it. */
export default async function setup(project: TestProject) {
  const { endpoint, stop } = await startDynamo();
  project.provide('dynamoEndpoint', endpoint);
  return stop;
}
