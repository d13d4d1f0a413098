import { dataAccessIn } from '../../tools/synthesis/data-access';
import { rowsOf } from '../../tools/synthesis/markdown-table';
import { policyDocumentsIn } from '../../tools/synthesis/policy-documents';
import { renderDataAccess } from '../../tools/synthesis/render-data-access';
import { resourcesIn } from '../../tools/synthesis/resources-in';
import type { TerraformJson } from '../../tools/synthesis/synthesize';
import everythingOn from '../fixtures/everything-on';
import { resources, synth } from '../support/synth';

const ROOT = { AWS: 'arn:aws:iam::444444444444:root' };
const role = (name: string) => `arn:aws:iam::444444444444:role/${name}`;
const via = (service: string) => ({ 'kms:CallerAccount': '444444444444', 'kms:ViaService': `${service}.eu-west-1.amazonaws.com` });

function access(statements: readonly TerraformJson[]) {
  const document = {
    resource: {
      aws_kms_key: { k: { region: 'eu-west-1', tags: { DataClass: 'customer' }, policy: JSON.stringify({ Statement: statements }) } },
      aws_kms_alias: { a: { name: 'alias/data/customer', target_key_id: '${aws_kms_key.k.key_id}' } },
    },
  };
  return dataAccessIn(resourcesIn('prod', document).flatMap(policyDocumentsIn), new Map([['prod', document]]));
}
const of = (verb: string, ...statements: TerraformJson[]) => {
  const found = access(statements.map((one) => ({ Sid: 'S', Effect: 'Allow', Principal: ROOT, Resource: '*', ...one }))).find((one) => one.verb === verb);
  return [found?.key, found?.allowed, found?.denied];
};
const KEY = 'data/customer in eu-west-1';

it.each<[string, string, TerraformJson[], string[], string[]]>([
  ['nobody', 'decrypt', [{ Action: 'kms:Encrypt' }], [], []],
  ['all of the account', 'decrypt', [{ Action: 'kms:*' }], ['everybody in the account'], []],
  ['named roles', 'administer', [{ Action: 'kms:Put*', Condition: { ArnLike: { 'aws:PrincipalArn': [role('a'), role('b/*')] } } }], ['/a, /b/*'], []],
  [
    'a permission set once, a service-linked role by its name',
    'decrypt',
    [
      {
        Action: 'kms:Decrypt',
        Condition: {
          ArnLike: {
            'aws:PrincipalArn': [
              role('aws-reserved/sso.amazonaws.com/AWSReservedSSO_Developer_*'),
              role('aws-reserved/sso.amazonaws.com/*/AWSReservedSSO_Developer_*'),
              role('aws-service-role/rds.amazonaws.com/AWSServiceRoleForRDS'),
            ],
          },
        },
      },
    ],
    ['permission set Developer, AWSServiceRoleForRDS'],
    [],
  ],
  [
    'two statements about the same people',
    'encrypt',
    ['s3', 'rds'].map((service) => ({
      Action: 'kms:GenerateDataKey*',
      Condition: { StringEquals: via(service), ArnNotLike: { 'aws:PrincipalArn': role('a') } },
    })),
    ['everybody in the account but /a, where kms:ViaService is s3.eu-west-1.amazonaws.com; or where kms:ViaService is rds.eu-west-1.amazonaws.com'],
    [],
  ],
  [
    'a service',
    'decrypt',
    [{ Action: 'kms:Decrypt', Principal: { Service: 'sns.amazonaws.com' }, Condition: { StringEquals: { 'aws:SourceAccount': '1' } } }],
    ['sns.amazonaws.com, where aws:SourceAccount is 1'],
    [],
  ],
  [
    'denials',
    'delete',
    [{ Action: 'kms:ScheduleKeyDeletion', Effect: 'Deny', Condition: { ArnNotLike: { 'aws:PrincipalArn': role('platform/break-glass') } } }],
    [],
    ['everybody but /platform/break-glass'],
  ],
])('%s', (_name, verb, statements, allowed, denied) => {
  expect(of(verb, ...statements)).toEqual([KEY, allowed, denied]);
});

describe('rendered/data-access.md', () => {
  const synthesis = synth(everythingOn());
  const order = [...synthesis.files.keys()];
  const whole = renderDataAccess(synthesis.dataAccess, [], order);

  it('names every key once for every verb', () => {
    const keys = resources(synthesis).filter(({ type }) => /^aws_kms_(replica_)?key$/.test(type));
    const cells = rowsOf(whole, () => true);
    expect(cells.flatMap(([, names = '']) => names.split(', ')).length).toBe(keys.length * 5);
    for (const row of cells) expect([row, row.length]).toEqual([row, 6]);
  });

  it('keeps the rows of other stacks as they stand', () => {
    const prod = synthesis.dataAccess.filter(({ stack }) => stack === 'prod');
    expect(prod.length).toBeGreaterThan(30);
    expect(
      renderDataAccess(
        prod,
        rowsOf(whole, (stack) => stack !== 'prod'),
        order,
      ),
    ).toBe(whole);
    expect(rowsOf('', () => true)).toEqual([]);
  });
});
