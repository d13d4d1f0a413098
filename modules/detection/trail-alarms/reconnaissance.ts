import type { OrdinaryWork } from './ordinary-work';
import { all, applications, BY_HAND, deployers, either, from, NO_SERVICE, named, notBy, SERVICE_LINKED, SUCCEEDED, type TrailAlarms } from './pattern';

/** Auditors read everything. */
const AUDITORS = ['*/AWSReservedSSO_SecurityAuditor_*', '*/AWSReservedSSO_OrganizationAuditor_*'];

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
    // Denied, too: who asks for one asks for all; pipelines read what they deployed. CloudTrail writes the new text as <sensitiveDataRemoved>; the API names it by an attribute or by its own field.
    'user-data-access': {
      pattern: all(
        either(
          [named('DescribeInstanceAttribute'), '$.requestParameters.attribute = "userData"', notBy('*:role/platform/plan', ...deployers(work))],
          [named('ModifyInstanceAttribute'), '($.requestParameters.userData EXISTS) || ($.requestParameters.attribute = "userData")', SUCCEEDED],
        ),
        ...BY_HAND,
      ),
      description: 'Somebody looked for passwords in the user data of an instance, or changed what it runs at its next start',
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
