import { canonical } from '../../lib/ipv4';
import type { AccountIds } from '../account-ids';
import type { Mistake } from '../config-error';
import type { Loose } from '../cross-field-checks';
import { cidrBlock } from '../fields';
import { PROFILE_PRESETS } from '../presets';
import { entriesOf, listOf } from './loose';

/** TLS inspection needs a firewall that is on and somebody who has seen the price. */
export function inspectionMistakes(input: Loose, _ids: AccountIds): Mistake[] {
  const { central } = input?.network ?? {};
  return [
    ...entriesOf(input?.environments, 'environments').flatMap(({ path, value }) =>
      tlsMistakes(
        `${path}.network`,
        value?.network?.tlsInspection,
        value?.network?.firewall ?? PROFILE_PRESETS[value?.profile as keyof typeof PROFILE_PRESETS]?.firewall,
      ),
    ),
    ...tlsMistakes('network.central', central?.tlsInspection, central?.firewall),
    ...(central?.tlsInspection && central.natGateways === 'none'
      ? [
          {
            path: 'network.central.tlsInspection',
            message: 'has nothing to decrypt without NAT gateways, the only way to the internet; remove it',
            value: central.natGateways,
          },
        ]
      : []),
  ];
}

function tlsMistakes(place: string, inspection: Loose, firewall: unknown): Mistake[] {
  if (typeof inspection !== 'object' || inspection === null) return [];
  const at = `${place}.tlsInspection`;
  const setting = place.startsWith('environments.') ? 'network.firewall' : `${place}.firewall`;
  return [
    ...(firewall === 'off'
      ? [{ path: at, message: `needs the firewall; set ${setting} to alert or block, or remove tlsInspection`, value: inspection.ports ?? {} }]
      : []),
    ...(inspection.acknowledgeCost === true
      ? []
      : [
          {
            path: `${at}.acknowledgeCost`,
            message:
              'must be true: TLS inspection is billed by the hour for each zone, on top of the firewall; set it to acknowledge the cost, or remove tlsInspection',
            value: inspection.acknowledgeCost,
          },
        ]),
    ...listOf(inspection.excludedNetworks).flatMap((cidr, index) =>
      cidrBlock.safeParse(cidr).success && canonical(cidr) !== cidr
        ? [{ path: `${at}.excludedNetworks.${index}`, message: `has host bits set; write ${canonical(cidr)}`, value: cidr }]
        : [],
    ),
  ];
}
