import type { Account, Blueprint } from '../config/blueprint';
import { accountNamed } from '../config/blueprint';

/** One Terraform state: its id is the stack's id, the state's key and the folder under cdktf.out/stacks. */
export interface StateEntry {
  readonly id: string;
  /** The account whose credentials apply it. */
  readonly account: Account;
  /** Made by a person with `npm run bootstrap`, never by a pipeline. */
  readonly bootstrap: boolean;
  /** What the state is made of; main.ts maps kinds to stacks. */
  readonly kind:
    | 'organization-state'
    | 'account-state'
    | 'organization'
    | 'log-archive'
    | 'backup'
    | 'organization-management'
    | 'security'
    | 'identity-center'
    | 'network'
    | 'workload'
    | 'network-routes'
    | 'organization-policies';
}

/**
 * Every state in the order in which AWS lets them be applied; no state needs what a later one makes.
 * The order is docs/architecture.md's table; tests prove it from the synthesized JSON.
 */
export function applyOrder(blueprint: Blueprint): StateEntry[] {
  const account = (name: string) => accountNamed(blueprint, name);
  const state = (name: string): StateEntry => ({ id: `${name}-state`, account: account(name), bootstrap: true, kind: 'account-state' });
  const applied = (id: string, name: string, kind: StateEntry['kind']): StateEntry => ({ id, account: account(name), bootstrap: false, kind });
  const central = blueprint.accounts.network !== undefined;
  return [
    { id: 'org-state', account: account('management'), bootstrap: true, kind: 'organization-state' },
    applied('org', 'management', 'organization'),
    state('log-archive'),
    state('security'),
    ...(blueprint.accounts.backup ? [state('backup')] : []),
    applied('log-archive', 'log-archive', 'log-archive'),
    ...(blueprint.accounts.backup ? [applied('backup', 'backup', 'backup')] : []),
    applied('org-management', 'management', 'organization-management'),
    applied('security', 'security', 'security'),
    applied('org-access', 'management', 'identity-center'),
    // Environments attach to its transit gateway.
    ...(central ? [state('network'), applied('network', 'network', 'network')] : []),
    ...blueprint.environments.flatMap(({ name }) => [state(name), applied(name, name, 'workload')]),
    // Only the gateway's owner may say where packets of an attachment go, and an attachment must be there first.
    ...(central ? [applied('network-routes', 'network', 'network-routes')] : []),
    // Last, when every role that the guardrails exempt exists.
    applied('org-policies', 'management', 'organization-policies'),
  ];
}
