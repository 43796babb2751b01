import { App } from 'aws-cdk-lib';
import { addStacks } from './plenary.ts';
import { readStage, SettingsError } from './settings.ts';

/** The CDK application: the stacks of `-c stage=…`. The stage has no default, because it decides what is deployed. */
const app = new App();
try {
  const { node } = app;
  addStacks(app, readStage(node.tryGetContext('stage'), node.tryGetContext('stages')));
} catch (error) {
  if (!(error instanceof SettingsError)) throw error;
  console.error(error.message);
  process.exit(1);
}
app.synth();
