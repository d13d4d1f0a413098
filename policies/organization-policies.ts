import { aiOptOut } from './ai/opt-out';
import { type BackupClass, plansByDataClass } from './backup/plans-by-data-class';
import { accountDefaults } from './ec2/account-defaults';
import { allowedImages } from './ec2/allowed-images';
import { blockIngress } from './ec2/block-ingress';
import { isolateNetwork } from './ec2/isolate-network';
import type { ManagementPolicy } from './management-policy';
import { dataClassEnforcement } from './tag/data-class-enforcement';
import { tagValues } from './tag/tag-values';

/** Types besides service and resource control policies, as the API calls them. */
export type ManagementPolicyType = 'DECLARATIVE_POLICY_EC2' | 'TAG_POLICY' | 'AISERVICES_OPT_OUT_POLICY' | 'BACKUP_POLICY';

export interface OrganizationPolicy {
  readonly name: string;
  readonly type: ManagementPolicyType;
  readonly description: string;
  readonly document: ManagementPolicy;
  /** Paths of the organizational units that it is attached to; '' is the root. Units below inherit it. */
  readonly units: readonly string[];
}

/** What the policies need to know of the organization. */
export interface OrganizationPolicyContext {
  /** Ids of all accounts: their images count as known. */
  readonly accounts: readonly string[];
  /** Values of the tag Environment. */
  readonly environments: readonly string[];
  readonly dataClasses: readonly BackupClass[];
  readonly homeRegion: string;
  /** Environments whose account has the vault and role of the backup policy. */
  readonly backedUp: readonly string[];
  /** Vault of another account that gets a copy of each backup. */
  readonly copyVaultArn?: string;
}

/** Where accounts stand once bootstrap is over. Not `onboarding`: an account that comes with workloads is looked at first (snapshots that it shares with the world turn private). But `suspended` has the defaults: without them such snapshots turn public again. */
const SETTLED = ['security', 'infrastructure', 'workloads', 'sandbox', 'policy-staging'];

/** Every organization policy besides service and resource control policies, with the units that it holds in. */
export function organizationPolicies(context: OrganizationPolicyContext): OrganizationPolicy[] {
  const dataClasses = context.dataClasses.map(({ name }) => name);
  const ec2 = 'DECLARATIVE_POLICY_EC2';
  return [
    {
      name: 'ec2-account-defaults',
      type: ec2,
      description: 'IMDSv2, no public images or snapshots',
      document: accountDefaults(),
      units: [...SETTLED, 'suspended'],
    },
    { name: 'ec2-allowed-images', type: ec2, description: 'Marks images of strangers', document: allowedImages(context.accounts), units: SETTLED },
    {
      name: 'ec2-block-ingress',
      type: ec2,
      description: 'No way in from the internet',
      document: blockIngress(),
      units: ['security', 'infrastructure', 'sandbox'],
    },
    { name: 'ec2-isolate-network', type: ec2, description: 'Suspended accounts reach nobody', document: isolateNetwork(), units: ['suspended'] },
    {
      name: 'tag-values',
      type: 'TAG_POLICY',
      description: 'Keys and values of the tags that policies go by',
      document: tagValues({ dataClasses, environments: context.environments }),
      units: [''],
    },
    {
      name: 'tag-data-class',
      type: 'TAG_POLICY',
      description: 'Refuses unknown data classes on what holds data',
      document: dataClassEnforcement(dataClasses),
      units: ['workloads', 'policy-staging'],
    },
    { name: 'ai-opt-out', type: 'AISERVICES_OPT_OUT_POLICY', description: 'No data for the training of AI services', document: aiOptOut(), units: [''] },
    ...(context.backedUp.length > 0
      ? [
          {
            name: 'backup-by-data-class',
            type: 'BACKUP_POLICY' as const,
            description: 'Nightly backups, kept as long as the data class says',
            document: plansByDataClass(context.dataClasses, context.homeRegion, context.copyVaultArn),
            units: context.backedUp.map((environment) => `workloads/${environment}`),
          },
        ]
      : []),
  ];
}
