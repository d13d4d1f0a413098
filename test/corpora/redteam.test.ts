import { evaluateCall } from '../../tools/can/corpus';
import { bound, exampleOrganization, principalOf } from '../support/organization';

const organization = exampleOrganization();

// Documents of AWS have no account in their ARNs, which AWS's list of resources does not know: evaluated without reasons.
it.each([
  ['ssm:SendCommand', 'document/AWS-RunShellScript', false],
  ['ssm:SendCommand', 'document/AWS-RunPatchBaselineWithHooks', false],
  ['ssm:SendCommand', 'document/AWS-RunPatchBaseline', true],
  ['ssm:SendCommand', 'document/AWS-ConfigureAWSPackage', false],
  ['ssm:SendCommand', 'document/AWS-ApplyChefRecipes', false],
  ['ssm:SendCommand', 'document/AWS-ApplyDSCMofs', false],
  ['ssm:SendCommand', 'document/AWS-RunInspecChecks', false],
  ['ssm:SendCommand', 'document/AWS-GatherSoftwareInventory', true],
  ['ssm:UpdateAssociation', 'document/AWS-RunShellScript', false],
  ['ssm:StartAutomationExecution', 'automation-definition/AWSSupport-ResetAccess:1', false],
  ['ssm:StartAutomationExecution', 'automation-definition/AWS-AttachIAMToInstance:$DEFAULT', false],
  ['ssm:StartAutomationExecution', 'automation-definition/AWS-StopEC2Instance:1', true],
])('an administrator of prod: %s with %s', async (action, document, allowed) => {
  const who = principalOf(organization, { as: 'admin', in: 'prod' });
  expect(await evaluateCall(organization, who, { action, resources: [`arn:aws:ssm:eu-west-1::${document}`] }, ['scp'], true)).toMatchObject({ allowed });
});

// What the fixes must leave alone, and what the tools build on.
it.each<[string, string, string, string, string, boolean]>([
  ['prod', '/platform/break-glass', 'seals the bootstrap role', 'iam:UpdateAssumeRolePolicy', 'arn:aws:iam::{prod}:role/OrganizationAccountAccessRole', true],
  ['prod', '/platform/break-glass', 'changes the apply role', 'iam:PutRolePolicy', 'arn:aws:iam::{prod}:role/platform/apply', true],
  [
    'prod',
    'arn:aws:iam::{prod}:role/OrganizationAccountAccessRole',
    'no longer changes the apply role',
    'iam:PutRolePolicy',
    'arn:aws:iam::{prod}:role/platform/apply',
    false,
  ],
  ['prod', 'arn:aws:iam::{prod}:role/app/schedule', 'starts its task', 'ecs:RunTask', 'arn:aws:ecs:eu-west-1:{prod}:task-definition/shop:1', true],
  [
    'prod',
    'arn:aws:iam::{prod}:role/app/controller',
    'turns a listener',
    'elasticloadbalancing:ModifyListener',
    'arn:aws:elasticloadbalancing:eu-west-1:{prod}:listener/app/web/1/1',
    true,
  ],
  ['prod', 'arn:aws:iam::{prod}:role/app/schedule', 'gives the task its role', 'iam:PassRole', 'arn:aws:iam::{prod}:role/app/shop', true],
  ['prod', 'arn:aws:iam::{prod}:role/app/schedule', 'does not pass the platform’s', 'iam:PassRole', 'arn:aws:iam::{prod}:role/platform/apply', false],
  ['prod', 'arn:aws:iam::{prod}:role/app/shop', 'publishes to its topic', 'sns:Publish', 'arn:aws:sns:eu-west-1:{prod}:orders', true],
  ['prod', 'arn:aws:iam::{prod}:role/app-deploy', 'pushes an image', 'ecr:PutImage', 'arn:aws:ecr:eu-west-1:{prod}:repository/shop', true],
  ['prod', 'arn:aws:iam::{prod}:role/app-deploy', 'starts a service under its role', 'iam:PassRole', 'arn:aws:iam::{prod}:role/app/shop', true],
  ['dev', 'Developer', 'starts a task', 'ecs:RunTask', 'arn:aws:ecs:eu-west-1:{dev}:task-definition/shop:1', true],
  ['dev', 'Developer', 'passes a role of an application', 'iam:PassRole', 'arn:aws:iam::{dev}:role/app/shop', true],
  ['test', 'DeveloperOperator', 'runs a job', 'glue:StartJobRun', 'arn:aws:glue:eu-west-1:{test}:job/etl', true],
  ['prod', 'KeyAdmin', 'changes the policy of a key', 'kms:PutKeyPolicy', 'arn:aws:kms:eu-west-1:{prod}:key/1', true],
  [
    'prod',
    '/platform/apply',
    'changes the DNS firewall',
    'route53resolver:UpdateFirewallConfig',
    'arn:aws:route53resolver:eu-west-1:{prod}:firewall-config/1',
    true,
  ],
  ['security', '/platform/apply', 'opens no root session', 'sts:AssumeRoot', 'arn:aws:iam::{prod}:root', false],
  ['management', '/platform/apply', 'opens no root session', 'sts:AssumeRoot', 'arn:aws:iam::{prod}:root', false],
])('in %s %s %s', async (account, as, _what, action, resource, allowed) => {
  const who = principalOf(organization, { as, in: account });
  expect(await evaluateCall(organization, who, bound(organization, { action, resources: [resource] }), ['scp', 'rcp', 'identity'])).toMatchObject({ allowed });
});
