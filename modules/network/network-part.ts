import type { Vpc } from '@cdktf/provider-aws/lib/vpc';
import type { Environment } from '../../config/blueprint';

/** What every part of a workload network is told. */
export interface NetworkPartProps {
  readonly region: string;
  readonly vpc: Vpc;
  readonly environment: Environment;
  /** Tags of a part, by its name. */
  readonly tags: (name: string) => Record<string, string>;
}
