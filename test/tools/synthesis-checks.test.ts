import { violations } from '../../tools/synthesis/checks';
import { policyDocumentsIn } from '../../tools/synthesis/policy-documents';
import { resourcesIn } from '../../tools/synthesis/resources-in';
import type { TerraformJson } from '../../tools/synthesis/synthesize';
import brownfield from '../fixtures/brownfield';
import everythingOn from '../fixtures/everything-on';
import { exampleInput } from '../fixtures/example';
import { synth } from '../support/synth';

const OWN = '444444444444';
const OTHER = '111111111111';
const PARTNER = '888888888888';
const ORGANIZATION = 'o-a1b2c3d4e5';
const directory = {
  organizationId: ORGANIZATION,
  accounts: new Map([
    [OWN, 'prod'],
    [OTHER, 'management'],
  ]),
  partners: new Map([[PARTNER, 'scanner']]),
  units: new Map<string, string>(),
};
const root = (account: string) => `arn:aws:iam::${account}:root`;

/** What the output has besides: a role, providers, an account. */
const SURROUNDINGS = {
  aws_iam_role: { app: { name: 'app', path: '/service/' } },
  aws_iam_openid_connect_provider: { code: { url: 'https://token.actions.githubusercontent.com' } },
  aws_iam_saml_provider: { people: {} },
  aws_organizations_account: { dev: {} },
  aws_organizations_organization: { organization: {} },
};
const check = (resource: TerraformJson, data?: TerraformJson): string[] => {
  const document = { provider: { aws: [{ allowed_account_ids: [OWN] }] }, resource: { ...SURROUNDINGS, ...resource }, ...(data ? { data } : {}) };
  const found = resourcesIn('prod', document);
  return violations({ documents: new Map([['prod', document]]), resources: found, policies: found.flatMap(policyDocumentsIn) }, directory);
};
const policy = (statement: TerraformJson) => JSON.stringify({ Version: '2012-10-17', Statement: [{ Sid: 'S', ...statement }] });
const key = (statement: TerraformJson) => ({ aws_kms_key: { k: { policy: policy({ Effect: 'Allow', Action: 'kms:Decrypt', Resource: '*', ...statement }) } } });
const trust = (statement: TerraformJson) => ({
  aws_iam_role: { ...SURROUNDINGS.aws_iam_role, r: { assume_role_policy: policy({ Effect: 'Allow', Action: 'sts:AssumeRole', ...statement }) } },
});
const endpoint = (statement: TerraformJson) => ({
  aws_vpc_endpoint: { e: { region: 'eu-west-1', policy: policy({ Effect: 'Allow', Principal: '*', ...statement }) } },
});
const oidc = (keys: TerraformJson) =>
  trust({ Principal: { Federated: '${aws_iam_openid_connect_provider.code.arn}' }, Action: 'sts:AssumeRoleWithWebIdentity', Condition: keys });
const GITHUB = 'token.actions.githubusercontent.com';
const lambda = (attributes: TerraformJson) => ({ aws_lambda_permission: { p: { action: 'lambda:InvokeFunction', ...attributes } } });

describe('fine', () => {
  it.each<[string, TerraformJson]>([
    ['root of the own account', key({ Principal: { AWS: root(OWN) } })],
    ['root of an account of the configuration', key({ Principal: { AWS: [root(OWN), root(OTHER)] } })],
    ['an account that this state makes', key({ Principal: { AWS: 'arn:aws:iam::${aws_organizations_account.dev.id}:root' } })],
    [
      'a service that says for whom it takes a role',
      trust({ Principal: { Service: 'events.amazonaws.com' }, Condition: { StringEquals: { 'aws:SourceAccount': OWN } } }),
    ],
    [
      'a key of a bus, whose encryption context says for whom',
      key({
        Action: 'kms:GenerateDataKey',
        Principal: { Service: 'events.amazonaws.com' },
        Condition: {
          StringEquals: { 'aws:SourceAccount': OWN, 'kms:EncryptionContext:aws:events:event-bus:arn': `arn:aws:events:eu-west-1:${OWN}:event-bus/b` },
        },
      }),
    ],
    [
      'a service that may say so one day',
      trust({ Principal: { Service: 'cloudtrail.amazonaws.com' }, Condition: { StringEqualsIfExists: { 'aws:SourceAccount': OWN } } }),
    ],
    ['a service', key({ Principal: { Service: ['cloudtrail.amazonaws.com', 'logs.eu-west-1.amazonaws.com'] } })],
    [
      'an account of AWS',
      { aws_s3_bucket_policy: { b: { policy: policy({ Effect: 'Allow', Principal: { AWS: root('156460612806') }, Action: 's3:PutObject', Resource: '*' }) } } },
    ],
    ['everybody of the organization', key({ Principal: '*', Condition: { StringEquals: { 'aws:PrincipalOrgID': ORGANIZATION } } })],
    ['the key name in another case', key({ Principal: '*', Condition: { StringEquals: { 'AWS:principalorgid': ORGANIZATION } } })],
    [
      'the organization by reference',
      key({ Principal: '*', Condition: { StringEquals: { 'aws:PrincipalOrgID': '${aws_organizations_organization.organization.id}' } } }),
    ],
    [
      'everybody of a unit',
      key({ Principal: '*', Condition: { 'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': `${ORGANIZATION}/r-a1b2/ou-a1b2-11111111/*` } } }),
    ],
    ['everybody of the account through a service', key({ Principal: { AWS: '*' }, Condition: { StringEquals: { 'kms:CallerAccount': OWN } } })],
    [
      'everybody with a role of an own account',
      key({ Principal: { AWS: '*' }, Condition: { ArnLike: { 'aws:PrincipalArn': `arn:aws:iam::${OWN}:role/platform/*` } } }),
    ],
    ['everybody, denied', key({ Effect: 'Deny', Principal: '*' })],
    ['a role of the same state by reference', key({ Principal: { AWS: '${aws_iam_role.app.arn}' } })],
    [
      'a role of the same state by name, with depends_on',
      {
        aws_kms_key: {
          k: {
            depends_on: ['aws_iam_role.app'],
            policy: policy({ Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${OWN}:role/service/app` }, Action: 'kms:Decrypt', Resource: '*' }),
          },
        },
      },
    ],
    [
      'one repository and environment',
      oidc({ StringEquals: { [`${GITHUB}:aud`]: 'sts.amazonaws.com', [`${GITHUB}:sub`]: 'repo:owner/name:environment:prod' } }),
    ],
    [
      'one repository, any branch',
      oidc({ StringEquals: { [`${GITHUB}:aud`]: 'sts.amazonaws.com' }, StringLike: { [`${GITHUB}:sub`]: 'repo:owner/name:ref:refs/heads/*' } }),
    ],
    [
      'SAML',
      trust({
        Principal: { Federated: '${aws_iam_saml_provider.people.arn}' },
        Action: 'sts:AssumeRoleWithSAML',
        Condition: { StringEquals: { 'SAML:aud': 'https://signin.aws.amazon.com/saml' } },
      }),
    ],
    [
      'another account with the role that comes',
      trust({ Principal: { AWS: root(OTHER) }, Condition: { ArnEquals: { 'aws:PrincipalArn': `arn:aws:iam::${OTHER}:user/platform/b` } } }),
    ],
    ['a partner with an external id', trust({ Principal: { AWS: root(PARTNER) }, Condition: { StringEquals: { 'sts:ExternalId': 'b7a1' } } })],
    ['own account', trust({ Principal: { AWS: root(OWN) } })],
    [
      'AWS buckets through an endpoint',
      endpoint({ Action: 's3:GetObject', Resource: ['arn:aws:s3:::al2023-repos-eu-west-1-*/*', 'arn:aws:s3:::aws-ssm-eu-west-1/*'] }),
    ],
    ['a function called by a rule', lambda({ principal: 'events.amazonaws.com', source_arn: '${aws_cloudwatch_event_rule.r.arn}' })],
    ['a function called by the organization', lambda({ principal: '*', principal_org_id: ORGANIZATION })],
    [
      'a bus for the organization',
      { aws_cloudwatch_event_permission: { p: { principal: '*', condition: { type: 'StringEquals', key: 'aws:PrincipalOrgID', value: ORGANIZATION } } } },
    ],
    ['a share with the organization', { aws_ram_principal_association: { p: { principal: `arn:aws:organizations::${OTHER}:organization/${ORGANIZATION}` } } }],
    [
      'a data protection policy',
      {
        aws_cloudwatch_log_data_protection_policy: {
          p: { policy_document: JSON.stringify({ Name: 'x', Statement: [{ Sid: 'a', DataIdentifier: [], Operation: {} }] }) },
        },
      },
    ],
    ['a lifecycle policy', { aws_ecr_lifecycle_policy: { p: { policy: '{"rules":[]}' } } }],
    ['a policy variable', key({ Principal: { AWS: root(OWN) }, Condition: { StringEquals: { 'aws:SourceVpc': '$${aws:Ec2InstanceSourceVpc}' } } })],
    ['an identity policy', { aws_iam_policy: { p: { policy: policy({ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }) } } }],
    [
      'a resource control policy',
      {
        aws_organizations_policy: {
          p: { type: 'RESOURCE_CONTROL_POLICY', content: policy({ Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: '*' }) },
        },
      },
    ],
  ])('%s', (_name, resource) => {
    expect(check(resource)).toEqual([]);
  });

  it.each([
    ['the example', exampleInput],
    ['everything on', everythingOn],
    ['brownfield', brownfield],
  ])('%s', (_name, input) => {
    expect(() => synth(input())).not.toThrow();
  });
});

const K = 'prod/aws_kms_key.k.policy: S';
const R = 'prod/aws_iam_role.r.assume_role_policy: S';
const NOBODY = (who: string) =>
  `${K} names a principal that lets everybody in, got ${who}; add StringEquals aws:PrincipalOrgID, or kms:CallerAccount in a key policy`;
const LATER = 'may not exist when AWS looks it up';
const SUBJECT = `${R} names a principal that is trusted for any subject, got \${aws_iam_openid_connect_provider.code.arn}; add StringEquals ISSUER:sub with the repository and its deployment environment`;
const everybody = (operator: string, name: string, value: string) => key({ Principal: '*', Condition: { [operator]: { [name]: value } } });

describe('refused', () => {
  it.each<[string, TerraformJson, string | RegExp]>([
    ['everybody', key({ Principal: '*' }), NOBODY('*')],
    ['everybody in a list', key({ Principal: { AWS: [root(OWN), '*'] } }), NOBODY('*')],
    ['another organization', everybody('StringEquals', 'aws:PrincipalOrgID', 'o-zzzzzzzzzz'), NOBODY('*')],
    ['any organization', everybody('StringLike', 'aws:PrincipalOrgID', 'o-*'), NOBODY('*')],
    ['all but the organization', everybody('StringNotEquals', 'aws:PrincipalOrgID', ORGANIZATION), NOBODY('*')],
    ['IfExists passes who has no organization', everybody('StringEqualsIfExists', 'aws:PrincipalOrgID', ORGANIZATION), NOBODY('*')],
    ['ForAllValues passes who has no organization', everybody('ForAllValues:StringEquals', 'aws:PrincipalOrgID', ORGANIZATION), NOBODY('*')],
    ['Null only asks whether there is one', everybody('Null', 'aws:PrincipalOrgID', 'false'), NOBODY('*')],
    ['a path of another organization', everybody('ForAnyValue:StringLike', 'aws:PrincipalOrgPaths', `${ORGANIZATION}x/*`), NOBODY('*')],
    ['a foreign caller account', everybody('StringEquals', 'kms:CallerAccount', '999999999999'), NOBODY('*')],
    ['a role of any account', everybody('ArnLike', 'aws:PrincipalArn', 'arn:aws:iam::*:role/app'), NOBODY('*')],
    [
      'a harmless-looking name',
      {
        aws_vpc_endpoint: {
          e: {
            region: 'eu-west-1',
            policy: JSON.stringify({ Statement: [{ Sid: 'AllowReadingAwsBuckets', Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: '*' }] }),
          },
        },
      },
      /AllowReadingAwsBuckets names a principal that lets everybody in/,
    ],
    ['writing to AWS buckets', endpoint({ Action: ['s3:GetObject', 's3:PutObject'], Resource: 'arn:aws:s3:::aws-ssm-eu-west-1/*' }), /lets everybody in/],
    [
      'an AWS bucket and another',
      endpoint({ Action: 's3:GetObject', Resource: ['arn:aws:s3:::aws-ssm-eu-west-1/*', 'arn:aws:s3:::stolen/*'] }),
      /lets everybody in/,
    ],
    ['all but AWS buckets', endpoint({ Action: 's3:GetObject', NotResource: 'arn:aws:s3:::aws-ssm-eu-west-1/*' }), /lets everybody in/],
    [
      'AWS buckets in a bucket policy',
      {
        aws_s3_bucket_policy: {
          b: { region: 'eu-west-1', policy: policy({ Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: 'arn:aws:s3:::aws-ssm-eu-west-1/*' }) },
        },
      },
      /lets everybody in/,
    ],
    [
      'a foreign account',
      key({ Principal: { AWS: root('999999999999') } }),
      `${K} names a principal that is no account of the configuration, got ${root('999999999999')}; name one, or enter the partner in config/known-principals.ts`,
    ],
    [
      'an account that this state does not make',
      key({ Principal: { AWS: 'arn:aws:iam::${aws_organizations_account.none.id}:root' } }),
      /is an account that this state does not make/,
    ],
    ['an account id without ARN', key({ Principal: { AWS: OWN } }), new RegExp(LATER)], // AWS stores the ARN: a difference at every plan
    [
      'a role by name',
      key({ Principal: { AWS: `arn:aws:iam::${OWN}:role/service/app` } }),
      `${K} names a principal that ${LATER}, got arn:aws:iam::${OWN}:role/service/app; write an account root with a condition on aws:PrincipalArn`,
    ],
    ['a role that another state makes', key({ Principal: { AWS: '${aws_iam_role.elsewhere.arn}' } }), new RegExp(LATER)],
    ['the id of a role', key({ Principal: { AWS: '${aws_iam_role.app.unique_id}' } }), new RegExp(LATER)],
    ['a role in a denial', key({ Effect: 'Deny', Principal: { AWS: `arn:aws:iam::${OWN}:role/none` } }), new RegExp(LATER)],
    ['an assumed role', key({ Principal: { AWS: `arn:aws:sts::${OWN}:assumed-role/app/session` } }), new RegExp(LATER)],
    ['a canonical user', key({ Principal: { CanonicalUser: 'abc' } }), /is a principal of kind CanonicalUser/],
    [
      'a misspelt service',
      key({ Principal: { Service: 'cloudtrail.amazonaws' } }),
      `${K} names a principal that is no service principal, got cloudtrail.amazonaws; write SERVICE.amazonaws.com`,
    ],
    [
      'NotPrincipal',
      key({ Effect: 'Deny', NotPrincipal: { AWS: root(OWN) } }),
      `${K} has NotPrincipal; write Principal "*" with a condition on aws:PrincipalArn`,
    ],
    [
      'all of another account',
      trust({ Principal: { AWS: root(OTHER) } }),
      `${R} names a principal that is all of another account, got ${root(OTHER)}; add a condition on aws:PrincipalArn with the role that comes from there`,
    ],
    [
      'another account with a condition on anything',
      trust({ Principal: { AWS: root(OTHER) }, Condition: { ArnLike: { 'aws:PrincipalArn': '*' } } }),
      /is all of another account/,
    ],
    [
      'another account but one',
      trust({ Principal: { AWS: root(OTHER) }, Condition: { ArnNotLike: { 'aws:PrincipalArn': `arn:aws:iam::${OTHER}:role/x` } } }),
      /is all of another account/,
    ],
    [
      'a provider of another state',
      trust({ Principal: { Federated: `arn:aws:iam::${OWN}:oidc-provider/${GITHUB}` } }),
      /is no identity provider of the same state/,
    ],
    ['any audience', oidc({ StringEquals: { [`${GITHUB}:sub`]: 'repo:owner/name:environment:prod' } }), /is trusted for any audience/],
    ['any repository', oidc({ StringEquals: { [`${GITHUB}:aud`]: 'sts.amazonaws.com' } }), SUBJECT],
    ['any repository of an owner', oidc({ StringEquals: { [`${GITHUB}:aud`]: 'a' }, StringLike: { [`${GITHUB}:sub`]: 'repo:owner/*' } }), SUBJECT],
    ['one repository or any', oidc({ StringEquals: { [`${GITHUB}:aud`]: 'a' }, StringLike: { [`${GITHUB}:sub`]: ['repo:owner/name:*', '*'] } }), SUBJECT],
    [
      'a subject if there is one',
      oidc({ StringEquals: { [`${GITHUB}:aud`]: 'a' }, StringEqualsIfExists: { [`${GITHUB}:sub`]: 'repo:owner/name:environment:prod' } }),
      SUBJECT,
    ],
    [
      'a role that its own service cannot take',
      trust({ Principal: { Service: 'cloudtrail.amazonaws.com' }, Condition: { StringEquals: { 'aws:SourceAccount': OWN } } }),
      "prod/aws_iam_role.r.assume_role_policy: S shuts cloudtrail.amazonaws.com out where it does not say for whom it works, got StringEquals aws:SourceAccount; write StringEqualsIfExists, or enter AWS's word for it in policies/role/services-naming-the-account.ts",
    ],
    [
      'a key that shuts EventBridge out of the topics that it encrypts',
      key({
        Action: ['kms:Decrypt', 'kms:GenerateDataKey*'],
        Principal: { Service: ['events.amazonaws.com', 'sns.amazonaws.com'] },
        Condition: { StringEquals: { 'aws:SourceAccount': OWN } },
      }),
      'prod/aws_kms_key.k.policy: S shuts EventBridge out, which tells AWS KMS no account when it sends to a topic or queue; write StringEqualsIfExists',
    ],
    [
      'a function for any account',
      lambda({ principal: 's3.amazonaws.com' }),
      'prod/aws_lambda_permission.p: AllowInvoking lets s3.amazonaws.com call for any account (confused deputy); set source_arn or source_account',
    ],
    ['a function for everybody', lambda({ principal: '*' }), /lets everybody in/],
    ['a function for a foreign account', lambda({ principal: '999999999999' }), /is no account of the configuration/],
    ['a bus for everybody', { aws_cloudwatch_event_permission: { p: { principal: '*' } } }, /lets everybody in/],
    ['a public image', { aws_ami_launch_permission: { p: { group: 'all' } } }, /lets everybody in/],
    [
      'a share with another organization',
      { aws_ram_principal_association: { p: { principal: `arn:aws:organizations::${OTHER}:organization/o-zzzzzzzzzz` } } },
      /lets everybody in/,
    ],
    [
      'a snapshot for a foreign account',
      { aws_snapshot_create_volume_permission: { p: { account_id: '999999999999' } } },
      /is no account of the configuration/,
    ],
    [
      'a partner without external id',
      trust({ Principal: { AWS: root(PARTNER) }, Condition: { ArnLike: { 'aws:PrincipalArn': `arn:aws:iam::${PARTNER}:role/x` } } }),
      /is a partner without an external id/,
    ],
    ['a trust policy with a resource', trust({ Principal: { AWS: root(OWN) }, Resource: '*' }), /has a Resource, which a trust policy cannot have/],
    ['no effect', key({ Principal: { AWS: root(OWN) }, Effect: undefined }), /must have an Effect of Allow or Deny, got undefined/],
    ['no principal', key({}), `${K} has no Principal; name who may`],
    ['an identity policy without resource', { aws_iam_policy: { p: { policy: policy({ Effect: 'Allow', Action: 's3:GetObject' }) } } }, /has no Resource/],
    [
      'an identity policy with a principal',
      { aws_iam_policy: { p: { policy: policy({ Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: '*' }) } } },
      /S: has a Principal; correct the statement/,
    ],
    [
      'an allowing resource control policy',
      {
        aws_organizations_policy: {
          p: { type: 'RESOURCE_CONTROL_POLICY', content: policy({ Effect: 'Allow', Principal: '*', Action: 's3:*', Resource: '*' }) },
        },
      },
      /must deny Principal "\*"/,
    ],
    [
      'a service control policy with a principal',
      { aws_organizations_policy: { p: { content: policy({ Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: '*' }) } } },
      /S: has a Principal/,
    ],
    ['an unknown operator', everybody('StringMatches', 'aws:PrincipalOrgID', ORGANIZATION), /StringMatches is no condition operator/],
    [
      'a policy variable that Terraform would read',
      key({ Principal: { AWS: root(OWN) }, Condition: { StringEquals: { 'aws:SourceVpc': '${aws:Ec2InstanceSourceVpc}' } } }),
      `${K} has a policy variable that Terraform takes for its own, got \${aws:Ec2InstanceSourceVpc}; write $\${aws:Ec2InstanceSourceVpc}`,
    ],
    ['no action', key({ Principal: { AWS: root(OWN) }, Action: undefined }), /S: has no action/],
    ['no Sid', key({ Principal: { AWS: root(OWN) }, Sid: undefined }), `prod/aws_kms_key.k.policy: a statement has no Sid; say what it is for`],
    [
      'a policy by reference',
      { aws_s3_bucket_policy: { b: { policy: '${data.aws_iam_policy_document.d.json}' } } },
      'prod/aws_s3_bucket_policy.b.policy: is a policy that only Terraform can read; write it with policyDocument()',
    ],
    [
      'a policy made by a function',
      { aws_iam_role: { r: { assume_role_policy: '${jsonencode({"Statement" = []})}' } } },
      /assume_role_policy: is a policy that only Terraform can read/,
    ],
    [
      'a customer-managed policy in a permission set',
      { aws_ssoadmin_customer_managed_policy_attachment: { a: {} } },
      /cannot be assigned before its policy exists/,
    ],
  ])('%s', (_name, resource, expected) => {
    const found = check(resource);
    expect(found.length).toBeGreaterThan(0);
    if (typeof expected === 'string') expect(found).toEqual([expected]);
    else expect(found.join('\n')).toMatch(expected);
  });

  // The principal is found wherever a provider keeps a policy.
  it.each([
    ['aws_sns_topic_policy', 'policy'],
    ['aws_sqs_queue', 'policy'],
    ['aws_ecr_repository_policy', 'policy'],
    ['aws_secretsmanager_secret_policy', 'policy'],
    ['aws_organizations_resource_policy', 'content'],
    ['aws_cloudwatch_log_destination_policy', 'access_policy'],
    ['aws_cloudwatch_log_resource_policy', 'policy_document'],
    ['aws_opensearch_domain', 'access_policies'],
    ['aws_dynamodb_resource_policy', 'policy'],
    ['aws_backup_vault_policy', 'policy'],
    ['aws_glue_resource_policy', 'policy'],
    ['aws_thing_that_is_not_invented_yet', 'whatever'],
  ])('%s.%s', (type, attribute) => {
    const text = policy({ Effect: 'Allow', Principal: { AWS: '*' }, Action: 's3:GetObject', Resource: '*' });
    expect(check({ [type]: { x: { [attribute]: text } } })).toEqual([
      expect.stringMatching(`^prod/${type}.x.${attribute}: S names a principal that lets everybody in`),
    ]);
    expect(check({ [type]: { x: { block: [{ [attribute]: text }] } } })).toEqual([expect.stringContaining('lets everybody in')]);
  });

  it('policies and states that are read at apply only', () => {
    expect(check({}, { aws_iam_policy_document: { d: {} }, terraform_remote_state: { s: {} } })).toEqual([
      "prod: reads another stack's state; pass a computed name instead",
      'prod/data.aws_iam_policy_document.d: is a policy that only Terraform can read; write it with policyDocument()',
    ]);
  });
});
