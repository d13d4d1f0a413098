import { evaluateCall } from '../../tools/can/corpus';
import type { Synthesized } from '../../tools/can/synthesized';
import type { Everyday } from '../corpora/corpus';
import { EXEMPTIONS } from '../corpora/exemptions';
import { type Attached, attachedGuardrails, withStatements } from '../support/mutants';
import { bound, principalOf } from '../support/organization';
import { placed, wholeOrganization } from '../support/whole-organization';

const { synthesized, documents } = wholeOrganization();
const ROWS = Object.values(EXEMPTIONS).flat();

const resultOf = (organization: Synthesized, row: Everyday) => {
  const here = placed(row);
  return evaluateCall(organization, principalOf(organization, here), bound(organization, here.call), here.layers ?? ['scp']);
};
const exempt = ({ statement }: Attached): string[] => [statement.Condition?.ArnNotLike?.['aws:PrincipalArn'] ?? []].flat();

it.each(ROWS)('$as in $in, $what', async (row) => {
  expect(await resultOf(synthesized, row)).toEqual({ allowed: true, by: [] });
});

/** A deploy role under an application path is exempt twice where applications are. */
const covers = (pattern: string, arn: string) => pattern.endsWith('/*') && arn.startsWith(pattern.slice(0, -1));

/** One of each text: the same guardrail stands in several units. */
const distinct = [
  ...new Map(
    attachedGuardrails(synthesized)
      .filter(({ accounts }) => accounts.length > 0)
      .map((guardrail) => [JSON.stringify(guardrail.statement), guardrail]),
  ).values(),
];

it('every exemption is needed: without it a row fails', async () => {
  const survivors: string[] = [];
  let mutants = 0;
  for (const guardrail of distinct) {
    for (const arn of exempt(guardrail).filter((one, _, all) => !all.some((other) => other !== one && covers(other, one)))) {
      mutants++;
      if (!(await isMissed(guardrail, arn))) survivors.push(`${guardrail.statement.Sid} exempts ${arn} for nothing (${guardrail.policy})`);
    }
  }
  process.stdout.write(`mutations: ${mutants - survivors.length} of ${mutants} exemptions missed when taken away\n`);
  expect(survivors).toEqual([]);
});

/** Whether somebody is stopped when the guardrail lacks the exemption. */
async function isMissed({ policy, statement, accounts }: Attached, arn: string): Promise<boolean> {
  const rest = [statement.Condition?.ArnNotLike?.['aws:PrincipalArn'] ?? []].flat().filter((other) => other !== arn);
  const changed = { ...statement, Condition: { ...statement.Condition, ArnNotLike: { ...statement.Condition?.ArnNotLike, 'aws:PrincipalArn': rest } } };
  if (rest.length === 0) changed.Condition.ArnNotLike['aws:PrincipalArn'] = ['arn:aws:iam::000000000000:role/nobody'];
  const without = withStatements(synthesized, documents, policy, (all) => all.map((other) => (other.Sid === statement.Sid ? changed : other)));
  for (const row of EXEMPTIONS[statement.Sid] ?? []) {
    const account = accounts.includes(row.in) ? row.in : (accounts[0] as string);
    const { allowed, by } = await resultOf(without, placed(row, account));
    if (!allowed && by.includes(statement.Sid)) return true;
  }
  return false;
}
