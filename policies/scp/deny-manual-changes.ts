import { BACKUP, builds, but, type GuardedEnvironment, type Guardrail, guardrail, READERS, RESPONSE, workers } from '../guardrail-context';
import { MANUAL_CHANGES } from './manual-changes';

/** What workloads are made of is changed by pipelines; with a stolen administrator's role, code and jobs would be the way to their data. */
export const denyManualChanges = (environment: Pick<GuardedEnvironment, 'handsOn'>): Guardrail =>
  guardrail(
    'DenyManualChanges',
    'Code, jobs, tasks and templates run with the rights of applications: whoever changes them by hand acts as the application, unreviewed. Exempt: pipelines, break-glass, the response role, the role of backups (it hears of changes in buckets through rules of AWS Backup), and developers with what they build where they work by hand.',
    (context) => ({
      Action: MANUAL_CHANGES,
      Condition: but([...workers(context, environment), ...builds(context, environment), ...READERS, RESPONSE, BACKUP]),
    }),
  );
