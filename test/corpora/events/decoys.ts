import { loadBlueprint } from '../../../config/load';
import { decoyNames } from '../../../lib/decoy-names';
import everythingOn from '../../fixtures/everything-on';
import { exampleIds } from '../../fixtures/example';
import { asEvent, denied, iamUser, type RecordOptions, record, roleSession } from '../../support/cloudtrail';
import { type EventSamples, envelope, type SampleEvent } from './sample-events';

const { blueprint } = loadBlueprint({ ...everythingOn(), detection: 'deception' }, exampleIds());

/** Samples of touches of each account's decoys; more of them, and who may touch, in test/modules/detection/decoy-touches.test.ts. */
export const DECOY_SAMPLES: EventSamples = Object.fromEntries(
  Object.values(blueprint.accounts).flatMap(({ name, id }): [string, EventSamples[string]][] => {
    const { role, parameter, workload } = decoyNames(blueprint, { name, id });
    const other = id === '444444444444' ? '555555555555' : '444444444444';
    const intruder = roleSession(id, '/app/web', 'i-0123456789abcdef0');
    const event = (call: string, more: RecordOptions = {}, account = id) => asEvent(record(account, intruder, call, more)) as SampleEvent;
    const arn = `arn:aws:iam::${id}:role/${role}`;
    const group = (of: string, matching: SampleEvent[], rest: SampleEvent[]): [string, EventSamples[string]] => [
      `platform-forward-sensitive-${of}-${name}`,
      { matching, other: rest },
    ];
    const lookup = (domain: string) => envelope('aws.route53resolver', 'DNS Firewall Alert', { 'account-id': id, 'query-name': domain }, { account: id });
    const dataEvent = (bucketName: string): RecordOptions => ({ eventCategory: 'Data', requestParameters: { bucketName, key: 'a' } });
    return [
      group(
        'use',
        [
          event('sts:AssumeRole', { requestParameters: { roleArn: arn } }),
          event('sts:AssumeRole', denied(intruder, 'sts:AssumeRole', arn)),
          event('ssm:GetParameters', { requestParameters: { names: [parameter] } }),
          ...(workload ? [asEvent(record(id, iamUser(id, workload.user), 'sts:GetCallerIdentity')) as SampleEvent] : []),
        ],
        [
          event('sts:AssumeRole', { requestParameters: { roleArn: `${arn}-2` } }),
          event('sts:AssumeRole', { requestParameters: { roleArn: arn } }, other),
          event('ssm:GetParameter', { requestParameters: { name: '/aws/service/ami' } }),
        ],
      ),
      group(
        'change',
        [event('iam:UpdateAssumeRolePolicy', { requestParameters: { roleName: role } })],
        [event('iam:GetRole', { requestParameters: { roleName: role } }), event('iam:TagRole', { requestParameters: { roleName: 'web' } })],
      ),
      ...(workload
        ? [
            group(
              'read',
              [event('secretsmanager:GetSecretValue', { requestParameters: { secretId: workload.secret } })],
              [event('secretsmanager:DescribeSecret', { requestParameters: { secretId: workload.secret } })],
            ),
            group('object', [event('s3:GetObject', dataEvent(workload.bucket))], [event('s3:GetObject', dataEvent('another'))]),
            group('lookup', [lookup(workload.domain), lookup(`${workload.domain}.`)], [lookup('example.com.')]),
          ]
        : []),
    ];
  }),
);
