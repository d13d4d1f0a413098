import type { Account, Blueprint, Environment } from './blueprint';
import type { ParsedBlueprint } from './blueprint-schema';
import { portsOf } from './flow-schema';
import { PRESET_FLOWS, PROFILE_PRESETS } from './presets';

/** An environment with its profile's choices where the configuration says nothing. */
export function resolveEnvironment(
  name: string,
  input: ParsedBlueprint['environments'][string],
  account: Account,
  topology: Blueprint['network']['topology'],
): Environment {
  const preset = PROFILE_PRESETS[input.profile];
  const central = topology === 'central';
  const publicIngress = input.network.publicIngress ?? preset.publicIngress;
  const { cidr, allowedDomains, tlsInspection, dnsFirewall, dnsFailOpen } = input.network;
  return {
    name,
    account,
    profile: input.profile,
    handsOn: input.handsOn,
    network: {
      cidr,
      zones: input.network.zones ?? preset.zones,
      natGateways: central ? 'none' : (input.network.natGateways ?? preset.natGateways),
      interfaceEndpoints: input.network.interfaceEndpoints ?? preset.interfaceEndpoints,
      // Of the central topology's environments, only those that serve the internet have something left to inspect themselves.
      firewall: input.network.firewall ?? (central && !publicIngress ? 'off' : preset.firewall),
      allowedDomains,
      publicIngress,
      encryptionControl: input.network.encryptionControl ?? preset.encryptionControl,
      dnsFirewall,
      dnsFailOpen,
      transitSubnets: false, // config/central-network.ts knows
      ...(tlsInspection ? { tlsInspection } : {}),
      flows: (input.network.flows ?? PRESET_FLOWS).map(({ port, ...flow }) => ({ ...flow, ports: portsOf(port) })),
    },
    waf: {
      ...input.waf,
      ruleFiles: input.waf.ruleFiles ?? preset.wafRuleFiles,
      regional: input.waf.regional ?? (publicIngress || input.shieldAdvanced.enabled || input.examples !== undefined),
      // The example of a distribution stands behind the environment's own web ACL, which logs.
      ...(input.examples ? { cloudFront: 'on' as const } : {}),
    },
    shieldAdvanced: input.shieldAdvanced,
    ...(input.examples ? { examples: input.examples } : {}),
  };
}
