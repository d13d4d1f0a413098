import { unknownNames, unknownNamesIn } from '../../tools/synthesis/known-names';
import type { FoundPolicy } from '../../tools/synthesis/policy-documents';
import type { TerraformJson } from '../../tools/synthesis/synthesize';
import everythingOn from '../fixtures/everything-on';
import { exampleInput } from '../fixtures/example';
import showcase from '../fixtures/showcase';
import { synth } from '../support/synth';

const ISSUER = 'token.actions.githubusercontent.com';
const check = (statement: TerraformJson) => {
  const resource = { stack: 's', type: 't', name: 'n', attributes: {}, path: 's/t.n' };
  const found: FoundPolicy = { resource, path: 's/t.n.policy', kind: 'scp', statements: [{ Sid: 'S', Effect: 'Deny', Resource: '*', ...statement }] };
  return unknownNames([found], [ISSUER]);
};

it.each<[string, TerraformJson]>([
  ['everything', { Action: '*' }],
  ['an action in another case', { Action: 'S3:getobject' }],
  ['wildcards that match', { Action: ['ec2:Describe*', 'iam:*AccessKey*', 'kms:*', 's3:GetObject?ersion'] }],
  ['all but some', { NotAction: ['iam:*', 'organizations:*'] }],
  ['global keys', { Action: 's3:GetObject', Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o', 'AWS:sourceVpc': 'v', 'aws:PrincipalTag/team': 't' } } }],
  ['a key of the service', { Action: 's3:*', Condition: { NumericLessThan: { 's3:TlsVersion': '1.2' } } }],
  [
    'a variable',
    { Action: '*', Resource: 'arn:aws:s3:::home/$${aws:username}/*', Condition: { StringNotEquals: { 'aws:Ec2InstanceSourceVpc': '$${aws:SourceVpc}' } } },
  ],
  ['a key with a variable part', { Action: 'kms:Decrypt', Condition: { StringEquals: { 'kms:EncryptionContext:aws:logs:arn': 'x' } } }],
  ['a key that one of the actions sends', { Action: ['ec2:RunInstances', 'ec2:DescribeVpcs'], Condition: { StringEquals: { 'ec2:InstanceType': 'x' } } }],
  ['a key of the identity provider', { Action: 'sts:AssumeRoleWithWebIdentity', Condition: { StringEquals: { [`${ISSUER}:sub`]: 'x' } } }],
  ['a required tag on what can carry it', { Action: 's3:CreateBucket', Condition: { Null: { 'aws:RequestTag/DataClass': 'true' } } }],
])('fine: %s', async (_name, statement) => {
  expect(await check(statement)).toEqual([]);
});

const AT = 's/t.n.policy: S';
it.each<[string, TerraformJson, string]>([
  ['a misspelt action', { Action: ['s3:GetObject', 's3:GetObjekt'] }, `${AT} names an action that AWS does not have, got s3:GetObjekt; correct it`],
  [
    'an unknown service',
    { Action: 'emr:PutBlockPublicAccessConfiguration' },
    `${AT} names an action that AWS does not have, got emr:PutBlockPublicAccessConfiguration; correct it`,
  ],
  ['a wildcard that matches nothing', { Action: 'ec2:*DefaultVpcs' }, `${AT} names an action that AWS does not have, got ec2:*DefaultVpcs; correct it`],
  ['a misspelt exception', { NotAction: ['iam:*', 'organisations:*'] }, `${AT} names an action that AWS does not have, got organisations:*; correct it`],
  [
    'a misspelt global key',
    { Action: '*', Condition: { StringEquals: { 'aws:PrincipleOrgID': 'o' } } },
    `${AT} names a condition key that AWS does not have, got aws:PrincipleOrgID; correct it`,
  ],
  [
    'a misspelt key of a service',
    { Action: 's3:*', Condition: { StringEquals: { 's3:TlsVersions': '1' } } },
    `${AT} names a condition key that AWS does not have, got s3:TlsVersions; correct it`,
  ],
  [
    'a key of another provider',
    { Action: 'sts:AssumeRoleWithWebIdentity', Condition: { StringEquals: { 'gitlab.com:sub': 'x' } } },
    `${AT} names a condition key that AWS does not have, got gitlab.com:sub; correct it`,
  ],
  [
    'a key that no action sends',
    { Action: ['ec2:DescribeVpcs', 'ec2:DeleteVpc'], Condition: { StringEquals: { 'ec2:InstanceType': 'x' } } },
    `${AT} can never match, because none of its actions sends the key, got ec2:InstanceType; choose another key`,
  ],
  [
    'a required tag on what cannot carry it',
    { Action: ['s3:CreateBucket', 's3:PutBucketPolicy'], Condition: { Null: { 'aws:RequestTag/DataClass': 'true' } } },
    `${AT} always denies actions that do not send aws:RequestTag/DataClass, got s3:PutBucketPolicy; take them out`,
  ],
])('refused: %s', async (_name, statement, expected) => {
  expect(await check(statement)).toEqual([expected]);
});

it.each([
  ['the example', exampleInput],
  ['everything on', everythingOn],
  ['one of each module', showcase],
])('AWS knows every name in the policies of %s', async (_name, input) => {
  expect(await unknownNamesIn(synth(input()))).toEqual([]);
});
