import { GetTrailStatusCommand, StartLoggingCommand } from '@aws-sdk/client-cloudtrail';
import { DescribeConfigurationRecorderStatusCommand, StartConfigurationRecorderCommand } from '@aws-sdk/client-config-service';
import { missing } from '../missing';
import { nothing, type Plan, step, type World } from '../step';

/** What was stopped goes on; what was deleted or narrowed is the business of an apply, which knows how it was. */
export async function restoreRecording({ here }: World, target: { readonly kind: 'trail' | 'recorder'; readonly name: string }): Promise<Plan> {
  const { cloudtrail, config } = await here();
  const { name } = target;
  if (target.kind === 'trail') {
    const status = await cloudtrail.send(new GetTrailStatusCommand({ Name: name })).catch(missing('TrailNotFoundException'));
    if (!status) return nothing(`trail ${name} is gone: apply its stack`);
    return status.IsLogging ? nothing() : step(`starts trail ${name}`, () => cloudtrail.send(new StartLoggingCommand({ Name: name })));
  }
  const status = await config
    .send(new DescribeConfigurationRecorderStatusCommand({ ConfigurationRecorderNames: [name] }))
    .catch(missing('NoSuchConfigurationRecorderException'));
  const recorder = status?.ConfigurationRecordersStatus?.[0];
  if (!recorder) return nothing(`recorder ${name} of AWS Config is gone: apply the stack of its account`);
  return recorder.recording
    ? nothing()
    : step(`starts recorder ${name} of AWS Config`, () => config.send(new StartConfigurationRecorderCommand({ ConfigurationRecorderName: name })));
}
