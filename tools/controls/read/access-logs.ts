import { evaluateCall, principalNamed } from '../../can/corpus';
import type { Violation } from '../check';
import type { Estate, Found } from '../estate';
import { companion, names, wrong } from './resources';

/** Names of the buckets that receive access logs: who logs them, too, logs his own log. */
export const receivesAccessLogs = (estate: Estate): ((bucket: Found) => boolean) => {
  const logging = estate.of('aws_s3_bucket_logging');
  return (bucket) => logging.some(({ account, attributes }) => account === bucket.account && names(attributes.target_bucket, bucket));
};

/** Each bucket that a concern holds for logs who asks for what, in another bucket of its account and region, whose policy lets S3 deliver (evaluated). */
export async function loggedRequests(estate: Estate, concerns: (bucket: Found) => boolean): Promise<Violation[]> {
  const buckets = estate.of('aws_s3_bucket');
  const found = companion(estate, 'aws_s3_bucket', { type: 'aws_s3_bucket_logging', by: 'bucket' }, concerns);
  for (const source of buckets.filter(concerns)) {
    const logging = estate.of('aws_s3_bucket_logging').find(({ stack, attributes }) => stack === source.stack && names(attributes.bucket, source));
    if (!logging) continue;
    const { target_bucket, target_prefix = '' } = logging.attributes;
    const target = buckets.find((one) => one.account === source.account && one.attributes.region === source.attributes.region && names(target_bucket, one));
    if (!target) found.push(wrong(source, `logs into no bucket of its account and region, but ${target_bucket}`));
    else if (target === source) found.push(wrong(source, 'logs into itself'));
    else if (!(await delivered(estate, source, target, target_prefix))) found.push(wrong(source, `logs into ${target.path}, which does not let S3 deliver`));
  }
  return found;
}

async function delivered(estate: Estate, source: Found, target: Found, prefix: string): Promise<boolean> {
  const { id = '' } = estate.blueprint.accounts[source.account] ?? {};
  const { bucket, region } = source.attributes;
  const key = `${prefix}${id}/${region}/${bucket}/2026/11/26/2026-11-26-00-00-00-ABCDEF`;
  const call = {
    action: 's3:PutObject',
    resources: [`arn:aws:s3:::${target.attributes.bucket}/${key}`],
    region,
    context: { 'aws:SourceAccount': id, 'aws:SourceArn': `arn:aws:s3:::${bucket}`, 'aws:SourceOrgID': estate.blueprint.organization.id },
    resourceAccount: id,
  };
  const s3 = principalNamed(estate.synthesized, 'logging.s3.amazonaws.com', source.account);
  return (await evaluateCall(estate.synthesized, s3, call, ['rcp', 'resource'])).allowed;
}
