import type { Construct } from 'constructs';
import type { Blueprint, DataClassName } from '../../config/blueprint';
import { dataTags } from '../../lib/data-tags';
import { refuse } from '../../lib/mistakes';
import type { AccessLogCopies } from '../detection/access-log-copies';
import type { DataKeys } from './data-keys';

/** Where a workload runs: what the secure-by-default modules need to know. stacks/workload-stack.ts makes it. */
export interface Workload {
  readonly organization: { readonly name: string; readonly id: string };
  /** Name of the environment; begins every physical name. */
  readonly environment: string;
  readonly account: string;
  readonly region: string;
  readonly dataClasses: Blueprint['dataClasses'];
  /** Class -> ARN of its key. */
  readonly keyArns: DataKeys['arns'];
  readonly vpc: {
    readonly id: string;
    readonly cidr: string;
    /** Gateway endpoint of S3: the only way from the VPC to a bucket. */
    readonly s3EndpointId: string;
    readonly publicSubnetIds: readonly string[];
    readonly appSubnetIds: readonly string[];
    /** Isolated: no route to the internet. */
    readonly dataSubnetIds: readonly string[];
  };
  /** ARN of the web ACL in front of load balancers. */
  readonly webAclArn: string;
  /** ARN of the web ACL in front of distributions. */
  readonly edgeWebAclArn: string;
  /** Copies access logs into the archive. @default nothing does, below step centralized */
  readonly accessLogCopies?: AccessLogCopies;
  /** ARN of the boundary of all roles under /app/. */
  readonly boundaryArn: string;
}

/** What every module of the data pillar is told. */
export interface DataProps {
  readonly workload: Workload;
  /** Lower-case letters, digits and hyphens; unique among things of its kind in the environment. */
  readonly name: string;
  /** Decides key, tags and retention. */
  readonly dataClass: DataClassName;
  /** Team that answers for the data. */
  readonly owner: string;
}

/** Tags that say what is inside, for key policies, Macie, backups and the bill. */
export const workloadTags = ({ workload, dataClass, owner }: Pick<DataProps, 'workload' | 'dataClass' | 'owner'>): Record<string, string> =>
  dataTags(dataClass, workload.dataClasses[dataClass].pii, owner);

/** A name that AWS would refuse at apply. */
export function refuseName(construct: Construct, { name, owner }: Pick<DataProps, 'name' | 'owner'>, physical: string, longest: number): void {
  refuse(construct, [
    !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name) &&
      `name must be lower-case letters, digits and single hyphens, and begin with a letter, got ${JSON.stringify(name)}; correct it`,
    physical.length > longest && `name makes a physical name of more than ${longest} characters, got ${physical}; shorten it by ${physical.length - longest}`,
    owner.trim() === '' && 'owner must name a team, got ""; write who answers for the data',
  ]);
}
