import type { Addresses } from './addresses';

/** What the synthesized JSON says of all networks. Keys are `STACK/TYPE.NAME`. */
export interface Network {
  readonly vpcs: ReadonlyMap<string, Vpc>;
  readonly subnets: ReadonlyMap<string, Subnet>;
  readonly tables: ReadonlyMap<string, RouteTable>;
  /** Key of a NAT gateway -> its subnet. */
  readonly natGateways: ReadonlyMap<string, string>;
  /** Firewall subnets of each VPC that has a firewall. */
  readonly firewalls: ReadonlyMap<string, readonly string[]>;
  readonly groups: ReadonlyMap<string, SecurityGroup>;
  readonly endpoints: readonly ServiceEndpoint[];
  readonly attachments: ReadonlyMap<string, Attachment>;
  readonly transitTables: ReadonlyMap<string, TransitTable>;
}

export interface Vpc {
  readonly key: string;
  /** The environment, or `network`. */
  readonly stack: string;
  readonly cidr: string;
  readonly addresses: Addresses;
  readonly subnets: readonly Subnet[];
  readonly internetGateway?: string;
  /** Table of the internet gateway; without one it delivers by itself. */
  readonly edgeTable?: string;
}

export interface Subnet {
  readonly key: string;
  readonly vpc: string;
  readonly stack: string;
  /** Tag Tier. */
  readonly tier: string;
  readonly zone: string;
  readonly addresses: Addresses;
  /** undefined: the VPC's main table, which is empty. */
  readonly table?: string;
  /** undefined: the default network ACL, which is empty and refuses all. */
  readonly acl?: Acl;
}

export type Target = { readonly kind: 'internet gateway' | 'NAT gateway' | 'firewall endpoint' | 'transit gateway' | 'local'; readonly key: string };

export interface Route {
  /** Address of the route, as errors call it. */
  readonly path: string;
  readonly prefix: number;
  readonly addresses: Addresses;
  readonly target: Target;
}

export interface RouteTable {
  readonly key: string;
  readonly vpc: string;
  readonly routes: readonly Route[];
}

export interface AclRule {
  readonly number: number;
  readonly allow: boolean;
  /** -1 for all, 6 for TCP, 17 for UDP. */
  readonly protocol: number;
  readonly ports: readonly [first: number, last: number];
  readonly addresses: Addresses;
}

export interface Acl {
  readonly key: string;
  readonly ingress: readonly AclRule[];
  readonly egress: readonly AclRule[];
}

export interface GroupRule {
  readonly path: string;
  readonly protocol: number;
  readonly ports: readonly [first: number, last: number];
  /** Exactly one of these. */
  readonly addresses?: Addresses;
  readonly group?: string;
  /** Service whose prefix list it is. */
  readonly service?: string;
}

export interface SecurityGroup {
  readonly key: string;
  readonly stack: string;
  readonly vpc: string;
  /** The group of the load-balancer tier, or of a load balancer. */
  readonly ofLoadBalancer: boolean;
  readonly ingress: readonly GroupRule[];
  readonly egress: readonly GroupRule[];
}

/** A VPC endpoint: of a gateway by tables, of an interface by subnets and groups. */
export interface ServiceEndpoint {
  readonly key: string;
  readonly vpc: string;
  /** kms, ecr.api, s3. */
  readonly service: string;
  readonly kind: 'Gateway' | 'Interface';
  readonly tables: readonly string[];
  readonly subnets: readonly string[];
  readonly groups: readonly string[];
}

export interface Attachment {
  readonly key: string;
  readonly vpc: string;
  readonly subnets: readonly string[];
  readonly applianceMode: boolean;
  /** Table that decides on packets that come from this VPC; undefined: they are dropped. */
  readonly table?: string;
}

export interface TransitTable {
  readonly key: string;
  readonly routes: readonly { readonly path: string; readonly prefix: number; readonly addresses: Addresses; readonly attachment: string | 'blackhole' }[];
}

/** The resource's name alone, for people. */
export const nameOf = (key: string): string => key.split('/')[1]?.split('.').slice(1).join('.') ?? key;
