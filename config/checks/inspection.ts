import { canonical } from '../../lib/ipv4';
import type { AccountIds } from '../account-ids';
import type { Mistake } from '../config-error';
import type { Loose } from '../cross-field-checks';
import { cidrBlock } from '../fields';
import { PROFILE_PRESETS } from '../presets';
import { entriesOf, listOf, textOf } from './loose';

/** TLS inspection needs a firewall that is on, a certificate where the firewall stands, and somebody who has seen the price. */
export function inspectionMistakes(input: Loose, ids: AccountIds): Mistake[] {
  return entriesOf(input?.environments, 'environments').flatMap(({ name, path, value }) => {
    const inspection = value?.network?.tlsInspection;
    if (typeof inspection !== 'object' || inspection === null) return [];
    const at = `${path}.network.tlsInspection`;
    const firewall = value.network.firewall ?? PROFILE_PRESETS[value.profile as keyof typeof PROFILE_PRESETS]?.firewall;
    return [
      ...(firewall === 'off'
        ? [{ path: at, message: 'needs the firewall; set network.firewall to alert or block, or remove tlsInspection', value: inspection.ports ?? {} }]
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
      ...certificate(
        `${at}.certificateAuthorityArn`,
        textOf(inspection.certificateAuthorityArn),
        textOf(input.regions?.home),
        ids.accounts[name] ?? value.importId,
      ),
      ...listOf(inspection.excludedNetworks).flatMap((cidr, index) =>
        cidrBlock.safeParse(cidr).success && canonical(cidr) !== cidr
          ? [{ path: `${at}.excludedNetworks.${index}`, message: `has host bits set; write ${canonical(cidr)}`, value: cidr }]
          : [],
      ),
    ];
  });
}

function certificate(path: string, arn: string | undefined, home: string | undefined, account: string | undefined): Mistake[] {
  const [, region, owner] = /^arn:aws:acm:([a-z0-9-]+):(\d{12}):/.exec(arn ?? '') ?? [];
  if (!region) return [];
  const mistakes: Mistake[] = [];
  if (home && region !== home) mistakes.push({ path, message: `must be a certificate in ${home}, where the firewall stands; import it there`, value: arn });
  if (account && owner !== account)
    mistakes.push({ path, message: `must be a certificate of the environment's account ${account}; import it there`, value: arn });
  return mistakes;
}
