import type { TlsInspectionSettings } from './inspection-schema';

/** What is opened: protocol and ports. */
interface Ports {
  readonly protocol: 'tcp' | 'udp';
  readonly ports: readonly [first: number, last: number];
}

/** A connection that is named between the app tiers of two environments, as one of them sees it. */
export interface CentralConnection extends Ports {
  readonly peer: { readonly name: string; readonly cidr: string; readonly zones: readonly string[] };
}

/** The same, as the central network sees it; both ends are members. */
export interface CentralRoute extends Ports {
  readonly from: string;
  readonly to: string;
}

/** Where the way to the internet is inspected. */
export interface NetworkTopology {
  readonly topology: 'own' | 'central';
  readonly central?: {
    readonly cidr: string;
    readonly zones: readonly string[];
    readonly firewall: 'off' | 'alert' | 'block';
    readonly natGateways: 'per-zone' | 'none';
    readonly tlsInspection?: TlsInspectionSettings;
    /** Names of the environments that it serves. */
    readonly members: readonly string[];
    readonly routes: readonly CentralRoute[];
  };
}
