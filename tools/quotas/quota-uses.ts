import type { Directory } from '../synthesis/directory';
import type { ResourceBlock } from '../synthesis/resources-in';
import { firewallCapacity } from './firewall-capacity';
import { networkRules } from './network-rules';
import { policySizes } from './policy-sizes';
import type { QuotaUse } from './quota';
import { slots } from './slots';
import { webAclCapacity } from './web-acl-capacity';

/** Every quota of config/aws-limits.ts that something in the output uses: AWS would refuse it at apply, halfway through. */
export function quotaUses(resources: readonly ResourceBlock[], directory: Directory): QuotaUse[] {
  return [
    ...resources.flatMap(policySizes),
    ...slots(resources, directory),
    ...firewallCapacity(resources),
    ...webAclCapacity(resources),
    ...networkRules(resources),
  ];
}
