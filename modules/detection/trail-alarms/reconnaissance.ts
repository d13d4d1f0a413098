import type { OrdinaryWork } from './ordinary-work';
import { APPLY, all, applications, BY_HAND, deployers, from, NO_SERVICE, named, notBy, outside, SERVICE_LINKED, SUCCEEDED, type TrailAlarms } from './pattern';

/** Auditors read everything, and pipelines what they deployed. */
const AUDITORS = ['*/AWSReservedSSO_SecurityAuditor_*', '*/AWSReservedSSO_OrganizationAuditor_*'];
const PIPELINES = [APPLY, '*:role/platform/plan'];

/** A rule that is changed, in the record of ModifySecurityGroupRules. */
const CHANGED = '$.requestParameters.ModifySecurityGroupRulesRequest.SecurityGroupRule.SecurityGroupRule';

/** Readers look like work, one by one: what no job here reads, and what is read in a series. No guardrail can deny it to everybody. */
export const reconnaissanceAlarms = (work: OrdinaryWork): TrailAlarms => {
  const readers = [...applications(work), ...deployers(work), SERVICE_LINKED];
  return {
    // All roles, users and policies in one answer: what tools that look for a way to more rights ask first.
    'account-enumeration': {
      pattern: all(from('iam'), named('GetAccountAuthorizationDetails'), notBy(SERVICE_LINKED, ...AUDITORS)),
      description: 'Somebody who is no auditor asked for all identities and policies of an account',
    },
    // Denied, too: who asks for one asks for all.
    'user-data-read': {
      pattern: all(
        from('ec2'),
        named('DescribeInstanceAttribute'),
        '$.requestParameters.attribute = "userData"',
        notBy(SERVICE_LINKED, ...PIPELINES, ...deployers(work)),
      ),
      description: 'Somebody looked for passwords in the user data of an instance',
    },
    'parameter-read': {
      pattern: all(
        from('ssm'),
        named('GetParameter*'),
        '$.requestParameters.withDecryption IS TRUE',
        SUCCEEDED,
        '$.userIdentity.invokedBy NOT EXISTS',
        notBy(...readers),
        ...outside(work.handsOnAccounts),
      ),
      description: 'Encrypted parameters were read by somebody who is no application or pipeline',
    },
    // Where developers read a value now and then, ten in five minutes are a copy of all.
    'values-in-series': {
      pattern: all(
        from('secretsmanager', 'ssm'),
        named('GetParameter', 'GetParameters', 'GetParametersByPath', 'GetSecretValue'),
        SUCCEEDED,
        NO_SERVICE,
        notBy(...readers),
      ),
      description: 'Many secrets or parameters were read one after the other, by somebody who is no application or pipeline',
      threshold: 10,
      minutes: 5,
    },
    // In dev, too, where developers change security groups. Three wildcards are what a pattern may have (CloudWatch Logs user guide, "Filter pattern syntax").
    'open-to-all': {
      pattern: all(
        from('ec2'),
        named('AuthorizeSecurityGroupIngress'),
        [
          '($.requestParameters.cidrIp = "*/0")',
          '($.requestParameters.ipPermissions.items[*].ipRanges.items[0].cidrIp = "*/0")',
          '($.requestParameters.ipPermissions.items[0].ipRanges.items[*].cidrIp = "*/0")',
          '($.requestParameters.ipPermissions.items[*].ipv6Ranges.items[0].cidrIpv6 = "*/0")',
        ].join(' || '),
        SUCCEEDED,
        ...BY_HAND,
      ),
      description: 'A security group was opened to the whole internet by hand',
    },
    // 0.0.0.0/0 in two halves or in eight parts. Three wildcards and two regular expressions are what a pattern may have; parts that are smaller, and those of prefix lists, are added up by the response from step `respond` on (docs/response.md).
    'open-to-most': {
      pattern: all(
        from('ec2'),
        named('AuthorizeSecurityGroupIngress'),
        [
          '($.requestParameters.ipPermissions.items[0].ipRanges.items[*].cidrIp = %/[1-7]$%)',
          '($.requestParameters.ipPermissions.items[*].ipRanges.items[0].cidrIp = "*/1")',
          '($.requestParameters.ipPermissions.items[*].ipv6Ranges.items[0].cidrIpv6 = "*/1")',
          '($.requestParameters.cidrIp = "*/1")',
        ].join(' || '),
        SUCCEEDED,
        ...BY_HAND,
      ),
      description: 'A security group was opened by hand to a large part of the internet',
    },
    'open-by-change': {
      pattern: all(
        from('ec2'),
        named('ModifySecurityGroupRules'),
        `(${CHANGED}.CidrIpv4 = %/[0-7]$%) || (${CHANGED}.CidrIpv6 = "*/0") || (${CHANGED}.CidrIpv6 = "*/1")`,
        SUCCEEDED,
        ...BY_HAND,
      ),
      description: 'A rule of a security group was changed by hand until it let the internet in',
    },
  };
};
