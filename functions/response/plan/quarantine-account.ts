import { AttachPolicyCommand, ListPoliciesCommand, ListPoliciesForTargetCommand } from '@aws-sdk/client-organizations';
import { nothing, type Plan, step, type World } from '../step';

/** Policies that the guardrails prepare and attach to nothing (policies/attachments.ts). */
export const QUARANTINE_POLICY = /^platform-quarantine-\d+$/;
const Filter = 'SERVICE_CONTROL_POLICY' as const;

/** The account of a root user who is not us: nobody but the response, the security team and break-glass acts in it. Taken back by people only. */
export async function quarantineAccount({ clients, settings, incident: { account, id } }: World): Promise<Plan> {
  if (!settings.quarantinable.includes(account))
    return nothing(`account ${account} is never cut off: no guardrail binds it, or the platform lives there; follow docs/runbooks/respond.md`);
  const organizations = await clients.organizations(id);
  const prepared: { Id?: string; Name?: string }[] = [];
  let NextToken: string | undefined;
  do {
    const page = await organizations.send(new ListPoliciesCommand({ Filter, ...(NextToken ? { NextToken } : {}) }));
    prepared.push(...(page.Policies ?? []).filter(({ Name }) => QUARANTINE_POLICY.test(Name ?? '')));
    NextToken = page.NextToken;
  } while (NextToken);
  if (prepared.length === 0) return nothing('there is no quarantine policy: apply the stack org-policies');
  const { Policies = [] } = await organizations.send(new ListPoliciesForTargetCommand({ Filter, TargetId: account }));
  const steps = prepared
    .filter(({ Id }) => !Policies.some((attached) => attached.Id === Id))
    .map(({ Id, Name }) =>
      step(`attaches ${Name} to account ${account}`, () => organizations.send(new AttachPolicyCommand({ PolicyId: Id, TargetId: account }))),
    );
  return { steps: steps.flatMap((one) => one.steps), left: [] };
}
