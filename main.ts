import { App } from 'cdktf';
import type { Blueprint, Environment } from './config/blueprint';
import { applyOrder, type StateEntry } from './lib/apply-order';
import { AccountStateStack } from './stacks/account-state-stack';
import { BackupStack } from './stacks/backup-stack';
import { IdentityCenterStack } from './stacks/identity-center-stack';
import { LogArchiveStack } from './stacks/log-archive-stack';
import { NetworkRoutesStack } from './stacks/network-routes-stack';
import { NetworkStack } from './stacks/network-stack';
import { OrganizationManagementStack } from './stacks/organization-management-stack';
import { OrganizationPoliciesStack } from './stacks/organization-policies-stack';
import { OrganizationStack } from './stacks/organization-stack';
import { SecurityStack } from './stacks/security-stack';
import { WorkloadStack } from './stacks/workload-stack';

/** Kind of state -> the stack that fills it. lib/apply-order.ts says which states there are, and in which order. */
const STACKS: Readonly<Record<StateEntry['kind'], (app: App, entry: StateEntry, blueprint: Blueprint) => void>> = {
  'organization-state': (app, entry, blueprint) => new AccountStateStack(app, entry, blueprint),
  organization: (app, entry, blueprint) => new OrganizationStack(app, entry, blueprint),
  'account-state': (app, entry, blueprint) => new AccountStateStack(app, entry, blueprint),
  'log-archive': (app, entry, blueprint) => new LogArchiveStack(app, entry, blueprint),
  backup: (app, entry, blueprint) => new BackupStack(app, entry, blueprint),
  'organization-management': (app, entry, blueprint) => new OrganizationManagementStack(app, entry, blueprint),
  security: (app, entry, blueprint) => new SecurityStack(app, entry, blueprint),
  'identity-center': (app, entry, blueprint) => new IdentityCenterStack(app, entry, blueprint),
  network: (app, entry, blueprint) => new NetworkStack(app, entry, blueprint),
  workload: (app, { id }, blueprint) => new WorkloadStack(app, blueprint.environments.find(({ name }) => name === id) as Environment, blueprint),
  'network-routes': (app, entry, blueprint) => new NetworkRoutesStack(app, entry, blueprint),
  'organization-policies': (app, entry, blueprint) => new OrganizationPoliciesStack(app, entry, blueprint),
};

/** Every stack of the organization, in apply order. */
export function compose(blueprint: Blueprint, outdir: string): App {
  // The cdktf command passes a context of its own; ours is fixed, so that both ways give the same bytes.
  const app = new App({ outdir, skipValidation: false, context: { excludeStackIdFromLogicalIds: 'true', allowSepCharsInLogicalIds: 'true' } });
  for (const entry of applyOrder(blueprint)) STACKS[entry.kind](app, entry, blueprint);
  return app;
}
