import { iamRoleArn } from '../../lib/arn';
import type { DecoyNames } from '../../lib/decoy-names';
import { CALL, FROM_AWS } from './forwarded-event';
import { BACKUPS } from './trail-alarms/pattern';

type Pattern = Readonly<Record<string, unknown>>;
const containing = (value: string) => [{ wildcard: `*${value}*` }];
/** Users and root have no session issuer, and are never exempt. */
const notBy = (...roles: readonly string[]): Pattern => ({
  sessionContext: { sessionIssuer: { arn: [{ exists: false }, { 'anything-but': { wildcard: roles } }] } },
});

/**
 * Patterns of EventBridge rules for an account's decoys, by what is touched; the touches are those of decoy-filters.ts. An alert by rule
 * says who, where and what; the metric filter sees what no rule gets (regions that are not enabled, a rule that somebody took away).
 */
export function decoyEvents({ role, parameter, workload }: DecoyNames, account: string): Readonly<Record<string, Pattern>> {
  const arn = iamRoleArn(account, '/', role);
  const call = (detail: Pattern): Pattern => ({ source: FROM_AWS, 'detail-type': [CALL], detail });
  return {
    use: {
      source: FROM_AWS,
      'detail-type': [CALL, 'AWS Console Sign In via CloudTrail'],
      detail: {
        $or: [
          { requestParameters: { roleArn: [arn] } },
          {
            errorMessage: [
              ...containing(`:AssumeRole on resource: ${arn}`),
              ...containing(`:PassRole on resource: ${arn}`),
              ...containing(`parameter${parameter}`),
            ],
          },
          { requestParameters: { name: containing(parameter) } },
          { requestParameters: { names: containing(parameter) } },
          { requestParameters: { path: [{ prefix: parameter.slice(0, parameter.lastIndexOf('/')) }] } },
          ...(workload ? [{ userIdentity: { userName: [workload.user] } }] : []),
        ],
      },
    },
    ...(workload
      ? {
          read: call({
            eventName: ['GetSecretValue'],
            $or: [{ requestParameters: { secretId: containing(workload.secret) } }, { errorMessage: containing(`secret:${workload.secret}`) }],
          }),
          object: call({
            eventCategory: ['Data'],
            eventName: [{ 'anything-but': 'HeadBucket' }],
            requestParameters: { bucketName: [workload.bucket] },
            userIdentity: notBy('*:role/aws-service-role/*', BACKUPS),
          }),
          // DNS Firewall's own event (Route 53 developer guide, "DNS Firewall events detail reference"); no call tells of a look-up.
          lookup: {
            source: ['aws.route53resolver'],
            'detail-type': ['DNS Firewall Alert', 'DNS Firewall Block'],
            detail: { 'query-name': [{ prefix: { 'equals-ignore-case': workload.domain } }] },
          },
        }
      : {}),
    change: call({
      readOnly: [false],
      userIdentity: notBy('*:role/platform/apply'),
      $or: [
        { requestParameters: { roleName: [role] } },
        { errorMessage: [...containing(`role ${role}`), ...(workload ? containing(`user ${workload.user}`) : [])] },
        ...(workload
          ? [
              { requestParameters: { userName: [workload.user] } },
              { requestParameters: { secretId: containing(workload.secret) } },
              { requestParameters: { bucketName: [workload.bucket] } },
            ]
          : []),
      ],
    }),
  };
}
