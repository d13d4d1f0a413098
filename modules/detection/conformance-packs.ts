import { ConfigConformancePack } from '@cdktf/provider-aws/lib/config-conformance-pack';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import type { ConformanceTemplate } from '../../lib/conformance-templates';
import { conformancePackName } from '../../lib/naming';

export interface ConformancePacksProps {
  readonly region: string;
  readonly templates: readonly ConformanceTemplate[];
  /** AWS Config takes no pack before it records. */
  readonly recording: ITerraformDependable;
}

/**
 * Finds what nobody meant to leave behind: data without a class, nights without a backup, disks and keys that were forgotten. Packs in each
 * account, none of the organization (docs/adr/0011-conformance-packs-in-each-account.md). Nobody else may put or delete a pack: one may
 * hold remediations, which run documents with the rights of a role.
 */
export class ConformancePacks extends Construct {
  constructor(scope: Construct, id: string, { region, templates, recording }: ConformancePacksProps) {
    super(scope, id);
    // Without a delivery bucket: AWS Config keeps the template itself, and results are read in the aggregator.
    for (const { name, body } of templates)
      new ConfigConformancePack(this, name, { region, name: conformancePackName(name), templateBody: body, dependsOn: [recording] });
  }
}
