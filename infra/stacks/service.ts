import { type App, CfnOutput, Stack } from 'aws-cdk-lib';
import { BY_KIND } from '../../functions/store/platform/keys.ts';
import { failureQueueOutput, functionOutput, OUTPUTS, stackName } from '../outputs.ts';
import { TIMEOUT_S } from '../triggers.ts';
import { Feedback } from './feedback.ts';
import { PlenaryFunction } from './function.ts';
import { useNotes, useOutbox, useRegistry, useVault } from './grants.ts';
import { Notifier } from './notifier.ts';
import { ParticipantApi } from './participant-api.ts';
import type { Foundations, Watched } from './parts.ts';
import { Scheduler } from './scheduler.ts';

/** The functions, what starts each of them, and where its failures go. */
export class ServiceStack extends Stack {
  readonly api: ParticipantApi;
  readonly notifier: Notifier;
  /** Every function, for operations. */
  readonly watched: readonly Watched[];

  constructor(app: App, foundations: Foundations) {
    const { stage } = foundations;
    super(app, stackName(stage.stage, 'service'), {
      description: 'Plenary: registration, its mail and its lists',
      terminationProtection: stage.deletionProtection,
    });
    this.api = new ParticipantApi(this, 'ParticipantApi', stage);
    const publicUrl = stage.publicUrl ?? this.api.endpoint;
    const participant = this.participant(publicUrl, foundations);
    this.notifier = new Notifier(this, 'Notifying', publicUrl, foundations);
    const { scheduler } = new Scheduler(this, 'Scheduling', foundations);
    const { feedback } = new Feedback(this, 'Reporting', foundations);
    const { notifier, sweeper } = this.notifier;
    this.watched = [participant, notifier, sweeper, scheduler, feedback];

    new CfnOutput(this, OUTPUTS.service.apiEndpoint, { value: this.api.endpoint });
    new CfnOutput(this, OUTPUTS.service.publicUrl, { value: publicUrl });
    for (const { name, fn, failures } of this.watched) {
      new CfnOutput(this, functionOutput(name), { value: fn.functionName });
      if (failures) new CfnOutput(this, failureQueueOutput(name), { value: failures.queueUrl });
    }
  }

  private participant(publicUrl: string, { stage, data }: Foundations): Watched {
    const fn = new PlenaryFunction(this, 'Participant', {
      stage,
      description: 'Pages and API of participants',
      entry: 'functions/participant/handler.ts',
      environment: { PUBLIC_URL: publicUrl },
      // It needs little memory, but the share of a processor makes it start fast.
      memory: 1024,
      timeout: TIMEOUT_S.participant,
    });
    useRegistry(fn, data, {
      // The check of a delegation link needs ConditionCheckItem.
      actions: ['GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem'],
      indexes: [BY_KIND.name],
    });
    // People may read the notices to them and have them erased. Focal points may read which of their people could be
    // reached.
    useOutbox(fn, data, {
      actions: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'DeleteItem'],
    });
    // It reads the parts of a person by their keys. It cannot query for others.
    useVault(fn, data, { actions: ['GetItem', 'PutItem', 'DeleteItem'] });
    // It checks a file that was uploaded, copies it and deletes it; and it deletes a file that was replaced.
    useNotes(fn, data, {
      incoming: ['GetObject', 'PutObject', 'DeleteObject'],
      kept: ['GetObject', 'PutObject', 'DeleteObject'],
    });
    this.api.serve(fn);
    return { name: 'participant', fn, consequence: 'People cannot register.' };
  }
}
