import type { Construct } from 'constructs';
import { includesStep } from '../../config/detection-steps';
import { BlueprintStack } from '../../lib/blueprint-stack';
import { type IndicatorLibrary, indicatorLibrary, valuesOf } from '../../lib/ioc/library';
import { capacityFor } from './rule-groups';
import { domainMatch } from './suricata';

/** Those of other generated rules lie around the sids from here on; a policy has room for 30,000. */
const FIRST_SID = 1_920_000;
/** Addresses of one rule: a rule has at most 8,192 characters, an address 18. */
const ADDRESSES_PER_RULE = 400;

/** The group of a firewall that comes first, from step `hunting` on; none while rules/ioc has nothing for it. */
export function indicatorGroups(firewall: Construct): { readonly name: string; readonly rules: readonly string[]; readonly capacity: number }[] {
  if (!includesStep(BlueprintStack.of(firewall).blueprint.detection, 'hunting')) return [];
  const rules = indicatorFirewallRules(indicatorLibrary());
  return rules.length === 0 ? [] : [{ name: 'indicators', rules, capacity: capacityFor(rules.length) }];
}

/**
 * What the firewall drops before it asks anything else: connections to and from bad addresses, TLS and HTTP to bad domains, and
 * what bad software calls itself. The networks here are IPv4, so IPv6 addresses are left to the web ACL.
 */
export function indicatorFirewallRules(library: IndicatorLibrary): string[] {
  const addresses = valuesOf(library, 'ip', 'cidr').filter((address) => !address.includes(':'));
  const lists = Array.from({ length: Math.ceil(addresses.length / ADDRESSES_PER_RULE) }, (_, index) =>
    addresses.slice(index * ADDRESSES_PER_RULE, (index + 1) * ADDRESSES_PER_RULE).join(','),
  );
  const rules = [
    ...lists.flatMap((list) => [
      `drop ip $HOME_NET any -> [${list}] any (msg:"Indicator: to a bad address"; `,
      `drop ip [${list}] any -> $HOME_NET any (msg:"Indicator: from a bad address"; `,
    ]),
    ...valuesOf(library, 'domain').flatMap((domain) => {
      const bad = domain.replace(/^\*/, '');
      return [
        `drop tls $HOME_NET any -> $EXTERNAL_NET any (msg:"Indicator: TLS to ${domain}"; flow:to_server,established; tls.sni; ${domainMatch(bad, 'nocase; ')}; `,
        `drop http $HOME_NET any -> $EXTERNAL_NET any (msg:"Indicator: HTTP to ${domain}"; flow:to_server,established; http.host; ${domainMatch(bad)}; `,
      ];
    }),
    ...valuesOf(library, 'user-agent').map(
      (text) => `drop http any any -> any any (msg:"Indicator: user agent"; flow:to_server,established; http.user_agent; content:"${escaped(text)}"; nocase; `,
    ),
  ];
  return rules.map((rule, index) => `${rule}sid:${FIRST_SID + index}; rev:1;)`);
}

/** Characters that end a text in Suricata, by their codes. */
const escaped = (text: string): string => text.replaceAll(/["\\;:|]/g, (character) => `|${character.charCodeAt(0).toString(16)}|`);
