import { ATTACKS } from '../corpora/attacks';
import type { Attack } from '../corpora/corpus';
import { type Attached, attachedGuardrails, withStatements } from '../support/mutants';
import { attackResult, placed, wholeOrganization } from '../support/whole-organization';

const { synthesized, documents } = wholeOrganization();
const guardrails = attachedGuardrails(synthesized);
/** In the quarantined account nothing but the quarantine shows. */
const QUARANTINED = 'quarantined';
const populated = guardrails
  .map((guardrail) =>
    guardrail.policy.includes('_quarantine-') ? guardrail : { ...guardrail, accounts: guardrail.accounts.filter((name) => name !== QUARANTINED) },
  )
  .filter(({ accounts }) => accounts.length > 0);
const nameOf = ({ policy, statement }: Attached) => `${statement.Sid} of ${policy}`;

/** Attacks that a guardrail stops, the fewest other guardrails first, carried out in each account that it binds. */
function* attempts({ statement: { Sid }, accounts }: Attached): Generator<Attack> {
  const stopped = ATTACKS.filter(({ stoppedBy }) => stoppedBy.includes(Sid)).sort((a, b) => a.stoppedBy.length - b.stoppedBy.length);
  for (const attack of stopped) if (accounts.includes(attack.in)) yield placed(attack);
  for (const attack of stopped) for (const account of accounts) if (account !== attack.in) yield placed(attack, account);
}

/** An attack that passes when the guardrail is taken away, and does not while it stands; undefined when there is none. */
async function killer(guardrail: Attached): Promise<Attack | undefined> {
  const without = withStatements(synthesized, documents, guardrail.policy, (all) => all.filter(({ Sid }) => Sid !== guardrail.statement.Sid));
  for (const attack of attempts(guardrail)) {
    if (!(await attackResult(without, attack)).allowed) continue;
    const { allowed, by } = await attackResult(synthesized, attack);
    if (!allowed && by.includes(guardrail.statement.Sid)) return attack;
  }
  return undefined;
}

it('every guardrail is needed where it stands: without it an attack of the corpus passes', async () => {
  const survivors: string[] = [];
  for (const guardrail of populated) if (!(await killer(guardrail))) survivors.push(nameOf(guardrail));
  process.stdout.write(`mutations: ${populated.length - survivors.length} of ${populated.length} statements missed by an attack when taken away\n`);
  expect(survivors).toEqual([]);
});

it('what stands where no account is stands elsewhere, too', () => {
  const texts = new Set(populated.map(({ statement }) => JSON.stringify(statement)));
  expect(guardrails.filter(({ statement }) => !texts.has(JSON.stringify(statement))).map(nameOf)).toEqual([]);
});
