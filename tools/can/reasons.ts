import type { RequestDenial, RequestGrant } from '@cloud-copilot/iam-simulate';
import type { PolicyStatement } from '../../policies/policy-document';
import { conditionWords } from '../synthesis/condition-words';
import { exemptions, guardrailTexts } from '../synthesis/guardrail-texts';
import { relevantTo } from './relevant-statements';
import { type Chain, policiesOf } from './simulator';
import type { NamedPolicy, Synthesized } from './synthesized';

/** A statement that decided, or the lack of one. */
export interface Reason {
  /** Sentence: which statement of which policy, or which layer has none. */
  readonly text: string;
  readonly sid?: string;
  readonly policy?: string;
  /** Units that the policy is attached to. */
  readonly attachedTo?: readonly string[];
  readonly stops?: string;
  readonly exempts?: readonly string[];
  readonly conditions?: string;
}

const KINDS: Readonly<Record<string, string>> = {
  scp: 'SCP',
  rcp: 'RCP',
  identity: 'identity policy',
  resource: "the resource's policy",
  pb: 'permissions boundary',
  vpce: 'endpoint policy',
  session: 'session policy',
};

/** Statements that deny explicitly. */
export function denialReasons(synthesized: Synthesized, chain: Chain, denials: readonly RequestDenial[]): Reason[] {
  const texts = guardrailTexts(synthesized.blueprint);
  const reasons = denials.flatMap((denial): Reason[] => {
    if (denial.denialType !== 'Explicit') return [];
    const policy = denial.policyType === 'resource' ? chain.resourcePolicy : policiesOf(chain).find(({ name }) => name === denial.policyIdentifier);
    const statement = statementOf(chain, policy, denial.statementIndex);
    const attachedTo = unitsOf(chain, policy?.name);
    const sid = denial.statementId ?? nameOf(statement, policy);
    const at = attachedTo.length > 0 ? `, attached to ${attachedTo.map((unit) => (unit === '' ? 'the root' : `unit ${unit}`)).join(' and ')}` : '';
    const stops = texts.get(sid);
    return [
      {
        text: `denied by ${sid} in ${KINDS[denial.policyType] ?? denial.policyType} ${policy?.name ?? ''}${at}`,
        sid,
        ...(policy ? { policy: policy.name } : {}),
        ...(attachedTo.length > 0 ? { attachedTo } : {}),
        ...(stops ? { stops } : {}),
        ...(statement ? { exempts: exemptions(statement), conditions: conditionsBut(statement) } : {}),
      },
    ];
  });
  return [...new Map(reasons.map((reason) => [reason.text, reason])).values()];
}

/** Statements without which the answer would have been no. FullAWSAccess stands everywhere and says nothing. */
export function grantReasons(chain: Chain, grants: readonly RequestGrant[]): Reason[] {
  const reasons = grants.flatMap((grant): Reason[] => {
    const policy = grant.policyType === 'resource' ? chain.resourcePolicy : policiesOf(chain).find(({ name }) => name === grant.policyIdentifier);
    const name = policy?.name;
    if (grant.policyType === 'scp' || grant.policyType === 'rcp' || name === 'a resource policy that delegates') return [];
    const sid = grant.statementId ?? nameOf(statementOf(chain, policy, grant.statementIndex), policy);
    if (name === 'FullAWSAccess') return [{ text: 'taken to have every right: no stack says what it may do', sid }];
    return [{ text: `allowed by ${sid} in ${KINDS[grant.policyType]} ${name}`, sid, ...(name ? { policy: name } : {}) }];
  });
  return [...new Map(reasons.map((reason) => [reason.text, reason])).values()];
}

/** @param index counted from 1 among the statements that the simulator got: those about the action */
function statementOf({ action }: Chain, policy: NamedPolicy | undefined, index: number): PolicyStatement | undefined {
  return policy && relevantTo(action, policy).document.Statement[index - 1];
}

/** AWS-managed policies have statements without a Sid: their place in the document names them. */
function nameOf(statement: PolicyStatement | undefined, policy: NamedPolicy | undefined): string {
  return statement?.Sid ?? `statement ${statement && policy ? policy.document.Statement.indexOf(statement) + 1 : '?'}`;
}

function unitsOf({ serviceControl, resourceControl }: Chain, name: string | undefined): string[] {
  return [...serviceControl, ...resourceControl].filter(({ policies }) => policies.some((policy) => policy.name === name)).map(({ unit }) => unit);
}

/** Conditions besides those that exempt: they are told apart. */
function conditionsBut(statement: PolicyStatement): string {
  return conditionWords(statement)
    .split('; and ')
    .filter((words) => !/^aws:PrincipalArn is not/i.test(words))
    .join('; and ');
}
