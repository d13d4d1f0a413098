import type { Vpc } from '@cdktf/provider-aws/lib/vpc';
import type { Inspected } from '../../config/blueprint';

/** What every part of a network is told. */
export interface NetworkPartProps {
  readonly region: string;
  readonly vpc: Vpc;
  readonly environment: Inspected;
  /** Tags of a part, by its name. */
  readonly tags: (name: string) => Record<string, string>;
}
