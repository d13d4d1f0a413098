import {
  APPLICATION,
  APPLY,
  DENIED,
  DEPLOY,
  INTRUDER,
  ordinarily,
  PLAN,
  person,
  record,
  type Samples,
  service,
  serviceLinked,
  UNAUTHORIZED,
  user,
} from './record';

const CONFIG = serviceLinked('config.amazonaws.com/AWSServiceRoleForConfig');
const RDS = serviceLinked('rds.amazonaws.com/AWSServiceRoleForRDS');
const USER_DATA = { attribute: 'userData', instanceId: 'i-0abcd1234efgh5678' };
const PARAMETER = { name: '/prod/orders/key', withDecryption: true };
const SECRET = { secretId: 'prod/orders' };
const item = (ranges: object) => ({ groupId: 'sg-1', ipPermissions: { items: [{ ipProtocol: 'tcp', fromPort: 22, toPort: 22, ...ranges }] } });
const OPEN = item({ ipRanges: { items: [{ cidrIp: '0.0.0.0/0' }] } });
const ingress = (parameters: object, who = person('Developer'), more: object = {}) =>
  record(who, 'dev', ['ec2', 'AuthorizeSecurityGroupIngress'], parameters, more);
/** Whoever opens groups for a living. */
const HONEST = [APPLY, serviceLinked('elasticloadbalancing.amazonaws.com/AWSServiceRoleForElasticLoadBalancing'), service('eks')];
/** A rule that is changed (Sumo Logic's and AWS's own queries of CloudTrail name the path). */
const changed = (rule: object, who = person('Developer'), more: object = {}) =>
  record(
    who,
    'dev',
    ['ec2', 'ModifySecurityGroupRules'],
    { ModifySecurityGroupRulesRequest: { GroupId: 'sg-1', SecurityGroupRule: { tag: 1, SecurityGroupRuleId: 'sgr-1', SecurityGroupRule: rule } } },
    more,
  );

export const RECONNAISSANCE_SAMPLES: Samples = {
  'account-enumeration': {
    raises: [INTRUDER, APPLICATION, user('deploy'), person('Developer')].map((who) => record(who, 'prod', ['iam', 'GetAccountAuthorizationDetails'])),
    quiet: [
      ...[CONFIG, person('SecurityAuditor'), person('OrganizationAuditor')].map((who) => record(who, 'prod', ['iam', 'GetAccountAuthorizationDetails'])),
      record(INTRUDER, 'prod', ['iam', 'GetAccountSummary']),
      record(INTRUDER, 'prod', ['someservice', 'GetAccountAuthorizationDetails']),
    ],
  },
  'user-data-access': {
    raises: [
      ...[
        ...[INTRUDER, APPLICATION, user('deploy')].map((who) => record(who, 'prod', ['ec2', 'DescribeInstanceAttribute'], USER_DATA)),
        record(INTRUDER, 'dev', ['ec2', 'DescribeInstanceAttribute'], USER_DATA, UNAUTHORIZED),
      ],
      ...[
        record(INTRUDER, 'prod', ['ec2', 'ModifyInstanceAttribute'], { instanceId: 'i-1', userData: '<sensitiveDataRemoved>' }),
        record(user('deploy'), 'prod', ['ec2', 'ModifyInstanceAttribute'], { instanceId: 'i-1', attribute: 'userData' }),
        record(DEPLOY, 'prod', ['ec2', 'ModifyInstanceAttribute'], { instanceId: 'i-1', userData: '<sensitiveDataRemoved>' }),
      ],
    ],
    quiet: [
      ...[CONFIG, APPLY, PLAN, DEPLOY].map((who) => record(who, 'prod', ['ec2', 'DescribeInstanceAttribute'], USER_DATA)),
      record(INTRUDER, 'prod', ['ec2', 'DescribeInstanceAttribute'], { ...USER_DATA, attribute: 'instanceType' }),
      ...ordinarily('prod', ['ec2', 'ModifyInstanceAttribute'], { instanceId: 'i-1', userData: '<sensitiveDataRemoved>' }, APPLY),
      record(INTRUDER, 'prod', ['ec2', 'ModifyInstanceAttribute'], { instanceId: 'i-1', groupSet: { items: [{ groupId: 'sg-1' }] } }),
      record(service('autoscaling'), 'prod', ['ec2', 'ModifyInstanceAttribute'], { userData: '<sensitiveDataRemoved>' }),

      record(INTRUDER, 'prod', ['ec2', 'ResetInstanceAttribute'], USER_DATA),
    ],
  },
  'values-in-series': {
    raises: [
      record(person('Developer'), 'dev', ['secretsmanager', 'GetSecretValue'], SECRET),
      record(user('deploy'), 'dev', ['ssm', 'GetParameter'], PARAMETER),
      record(INTRUDER, 'dev', ['ssm', 'GetParameters'], { names: [PARAMETER.name] }),
      record(INTRUDER, 'dev', ['ssm', 'GetParametersByPath'], { path: '/' }),
    ],
    quiet: [
      ...[APPLICATION, DEPLOY, RDS, service('ecs')].map((who) => record(who, 'dev', ['secretsmanager', 'GetSecretValue'], SECRET)),
      record(INTRUDER, 'dev', ['secretsmanager', 'GetSecretValue'], SECRET, DENIED),
      record(INTRUDER, 'dev', ['secretsmanager', 'DescribeSecret'], SECRET),
      record(INTRUDER, 'dev', ['someservice', 'GetSecretValue'], SECRET),
    ],
  },
  'open-to-most': {
    raises: [
      ingress(item({ ipRanges: { items: [{ cidrIp: '0.0.0.0/1' }, { cidrIp: '128.0.0.0/1' }] } })),
      ingress(item({ ipRanges: { items: [{ cidrIp: '203.0.113.0/24' }, { cidrIp: '32.0.0.0/3' }] } }), user('deploy')),
      ingress({ ipPermissions: { items: [{ ipRanges: { items: [{ cidrIp: '10.0.0.0/8' }] } }, { ipRanges: { items: [{ cidrIp: '128.0.0.0/1' }] } }] } }),
      ingress(item({ ipv6Ranges: { items: [{ cidrIpv6: '::/1' }] } })),
      ingress({ groupId: 'sg-1', cidrIp: '0.0.0.0/1', fromPort: 22 }),
    ],
    quiet: [
      ...['203.0.113.0/24', '10.0.0.0/8', '17.0.0.0/8', '104.16.0.0/13'].flatMap((cidrIp) => [
        ingress(item({ ipRanges: { items: [{ cidrIp }] } })),
        ingress({ groupId: 'sg-1', cidrIp, fromPort: 22 }),
      ]),
      ...HONEST.map((who) => ingress(item({ ipRanges: { items: [{ cidrIp: '0.0.0.0/1' }] } }), who)),
      ingress(item({ ipRanges: { items: [{ cidrIp: '0.0.0.0/1' }] } }), INTRUDER, UNAUTHORIZED),
      record(INTRUDER, 'dev', ['ec2', 'AuthorizeSecurityGroupEgress'], item({ ipRanges: { items: [{ cidrIp: '0.0.0.0/1' }] } })),
      record(INTRUDER, 'dev', ['someservice', 'AuthorizeSecurityGroupIngress'], item({ ipRanges: { items: [{ cidrIp: '0.0.0.0/1' }] } })),
    ],
  },
  'open-by-change': {
    raises: [{ CidrIpv4: '0.0.0.0/0' }, { CidrIpv4: '128.0.0.0/1' }, { CidrIpv6: '::/0' }, { CidrIpv6: '::/1' }].flatMap((rule) => [
      changed(rule),
      changed(rule, user('deploy')),
    ]),
    quiet: [
      ...['203.0.113.0/24', '10.0.0.0/8', '17.0.0.0/8', '104.16.0.0/13'].map((CidrIpv4) => changed({ CidrIpv4 })),
      changed({ CidrIpv6: '2001:db8::/48' }),
      changed({ Description: 'office' }),
      ...HONEST.map((who) => changed({ CidrIpv4: '0.0.0.0/0' }, who)),
      changed({ CidrIpv4: '0.0.0.0/0' }, person('Developer'), UNAUTHORIZED),
      ...(['ec2:CreateSecurityGroup', 'someservice:ModifySecurityGroupRules'] as const).map((call) => ({
        ...changed({ CidrIpv4: '0.0.0.0/0' }),
        eventName: call.split(':')[1] as string,
        eventSource: `${call.split(':')[0]}.amazonaws.com`,
      })),
    ],
  },
  'open-to-all': {
    raises: [
      ingress(OPEN),
      ingress(OPEN, user('deploy')),
      ingress({ groupId: 'sg-1', cidrIp: '0.0.0.0/0', fromPort: 22 }),
      ingress(item({ ipRanges: { items: [{ cidrIp: '10.0.0.0/8' }, { cidrIp: '0.0.0.0/0' }] } })),
      ingress({ ipPermissions: { items: [{ ipRanges: { items: [{ cidrIp: '10.0.0.0/8' }] } }, { ipRanges: { items: [{ cidrIp: '0.0.0.0/0' }] } }] } }),
      ingress(item({ ipv6Ranges: { items: [{ cidrIpv6: '::/0' }] } })),
    ],
    quiet: [
      ingress(item({ ipRanges: { items: [{ cidrIp: '203.0.113.0/24' }] } })),
      ...HONEST.map((who) => ingress(OPEN, who)),
      ingress(OPEN, INTRUDER, UNAUTHORIZED),
      record(INTRUDER, 'dev', ['ec2', 'AuthorizeSecurityGroupEgress'], OPEN),
      record(INTRUDER, 'dev', ['someservice', 'AuthorizeSecurityGroupIngress'], OPEN),
    ],
  },
};
