import { LIMITS } from '../../config/aws-limits';
import { attachments } from '../../policies/attachments';
import type { GuardrailContext } from '../../policies/guardrail-context';
import { pack } from '../../policies/pack';
import { type PolicyStatement, policyDocument } from '../../policies/policy-document';
import { validate } from '../../policies/validate';
import { ATTACKS, EVERYDAY } from '../corpora/requests';
import { evaluate } from '../support/evaluate';

const context: GuardrailContext = { enabledRegions: ['eu-west-1', 'eu-central-1', 'us-east-1'], bootstrapRoleNames: ['OrganizationAccountAccessRole'] };
const environments = [
  { name: 'prod', handsOn: false },
  { name: 'dev', handsOn: true },
  { name: 'test', handsOn: false },
];
const table = attachments(environments);
const statementsOf = (unit: string): PolicyStatement[] => (table[unit] ?? []).map((guardrail) => guardrail(context));

/** Levels of an organizational unit as AWS evaluates them, root first, without one statement if asked. */
const levels = (unit: string, without?: string) =>
  ['', ...unit.split('/').map((_, index, parts) => parts.slice(0, index + 1).join('/'))].map((path) =>
    pack(
      path || 'root',
      statementsOf(path).filter(({ Sid }) => Sid !== without),
      LIMITS.serviceControlPolicyCharacters,
    ).map(({ document }) => document),
  );

describe('service control policies, evaluated', () => {
  it.each(ATTACKS)('denies: $principal $what ($unit)', async (request) => {
    expect(await evaluate(request, levels(request.unit))).toBe('denied');
  });

  it.each(EVERYDAY)('allows: $principal $what ($unit)', async (request) => {
    expect(await evaluate(request, levels(request.unit))).toBe('allowed');
  });

  const sids = [...new Set(Object.keys(table).flatMap((unit) => statementsOf(unit).map(({ Sid }) => Sid)))];
  it.each(sids)('%s is needed: without it an attack passes', async (sid) => {
    const passed = await Promise.all(ATTACKS.map(async (request) => (await evaluate(request, levels(request.unit, sid))) === 'allowed'));
    expect(passed).toContain(true);
  });

  it('fits: sizes and numbers per organizational unit', () => {
    for (const unit of Object.keys(table)) {
      const packs = pack(unit, statementsOf(unit), LIMITS.serviceControlPolicyCharacters);
      expect(packs.length).toBeLessThan(LIMITS.serviceControlPoliciesPerTarget);
      for (const { document, bytes } of packs) {
        expect(bytes).toBeLessThanOrEqual(LIMITS.serviceControlPolicyCharacters);
        expect(validate(document, 'scp')).toEqual([]);
      }
    }
  });

  it('packing refuses a statement that fits nowhere', () => {
    const large: PolicyStatement = { Sid: 'Large', Effect: 'Deny', Action: Array.from({ length: 999 }, (_, index) => `ec2:Describe${index}`), Resource: '*' };
    expect(() => pack('x', [large], 10_240)).toThrow(/policies\/scp: Large has \d+ characters, got more than the 10240 that a policy may have; split it/);
  });

  it('packing is stable: a statement at the end changes the last policy only', () => {
    const statement = (Sid: string): PolicyStatement => ({ Sid, Effect: 'Deny', Action: 'ec2:*', Resource: '*' });
    const before = pack('x', ['A', 'B', 'C'].map(statement), 200);
    const after = pack('x', ['A', 'B', 'C', 'D'].map(statement), 200);
    expect(before.length).toBeGreaterThan(1);
    expect(after.slice(0, before.length - 1)).toEqual(before.slice(0, -1));
  });

  it('validation finds what an evaluator passes over', () => {
    const wrong = policyDocument({
      Sid: 'Bad Sid',
      Effect: 'Deny',
      Action: ['ec2'],
      Resource: '*',
      Principal: '*',
      Condition: { StringEqual: { 'aws:PrincipalArn': [] } },
    });
    expect(validate(wrong, 'scp')).toEqual([
      'Bad Sid: a Sid has letters and digits only',
      'Bad Sid: has a Principal',
      'Bad Sid: ec2 is no action',
      'Bad Sid: StringEqual is no condition operator',
      'Bad Sid: aws:PrincipalArn has no value',
    ]);
  });
});
