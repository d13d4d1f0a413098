import { GENERATED_SIDS } from '../../lib/suricata/import-rules';

/** Turns what blocks into what reports, for the first weeks: alert, read, then block. */
export function alertOnly(rules: string): string {
  return rules.replaceAll(/^(drop|reject) /gm, 'alert ');
}

/**
 * What comes in from the internet to load balancers: TLS on 443, and HTTP on 80 for its redirect. Without these, a firewall that
 * blocks drops every visitor, since nothing else passes what it does not know.
 */
export function ingressRules(firstSid = GENERATED_SIDS.last - 9): string[] {
  return [
    `pass tls $EXTERNAL_NET any -> $HOME_NET 443 (msg:"TLS from the internet"; flow:to_server,established; sid:${firstSid}; rev:1;)`,
    `pass http $EXTERNAL_NET any -> $HOME_NET 80 (msg:"HTTP from the internet, to be redirected"; flow:to_server,established; sid:${firstSid + 1}; rev:1;)`,
  ];
}

/**
 * The policy's default drops what is established, and packets that nobody answers never are: one-way UDP and echo requests
 * would carry data out. HTTP/3 falls back to TCP, where the domain rules see it.
 */
export function oneWayRules(firstSid = GENERATED_SIDS.last - 5): string[] {
  return [
    `drop udp $HOME_NET any -> $EXTERNAL_NET any (msg:"UDP to the internet"; sid:${firstSid}; rev:1;)`,
    `drop icmp $HOME_NET any -> $EXTERNAL_NET any (msg:"Echo request to the internet"; itype:8; sid:${firstSid + 1}; rev:1;)`,
  ];
}

/**
 * A domain, or with a dot in front all that lies below it, too. Suricata has hosts in lower case already and refuses `nocase` with
 * http.host (detect-http-host.c), which TLS needs.
 */
export function domainMatch(domain: string, nocase: 'nocase; ' | '' = ''): string {
  const content = `content:"${domain.toLowerCase()}"; ${nocase}`;
  return domain.startsWith('.') ? `dotprefix; ${content}endswith` : `${content}startswith; endswith`;
}

/**
 * Domains that workloads may reach: TLS by SNI and HTTP by host. Everything else is alerted, and dropped by the policy's
 * default when the firewall blocks.
 * @param firstSid sid of the first rule; two for each domain
 * @param source addresses of the workloads; all of ours by default
 */
export function allowedDomainRules(domains: readonly string[], firstSid: number = GENERATED_SIDS.first, source = '$HOME_NET'): string[] {
  return domains.flatMap((domain, index) => {
    const sid = firstSid + 2 * index;
    return [
      `pass tls ${source} any -> $EXTERNAL_NET any (msg:"TLS to ${domain}"; flow:to_server,established; tls.sni; ${domainMatch(domain, 'nocase; ')}; sid:${sid}; rev:1;)`,
      `pass http ${source} any -> $EXTERNAL_NET any (msg:"HTTP to ${domain}"; flow:to_server,established; http.host; ${domainMatch(domain)}; sid:${sid + 1}; rev:1;)`,
    ];
  });
}

/** A connection between two environments that the configuration names, by address. */
export interface NamedRoute {
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly protocol: 'tcp' | 'udp';
  readonly ports: readonly [first: number, last: number];
}

/**
 * Environments meet where a route is named and in its direction only: whoever opens another connection is dropped, also while
 * the firewall only reports (answers are to the client and pass with their connection). The alternative, trust in route tables
 * alone, would let the side that answers open connections, too.
 */
export function betweenEnvironmentsRules(routes: readonly NamedRoute[], firstSid = GENERATED_SIDS.last - 999): string[] {
  const list = (addresses: readonly string[]) => `[${addresses.join(',')}]`;
  return [
    ...routes.map(({ from, to, protocol, ports: [first, last] }, index) => {
      const range = first === last ? String(first) : `[${first}:${last}]`;
      return `pass ${protocol} ${list(from)} any -> ${list(to)} ${range} (msg:"Named route"; flow:to_server; sid:${firstSid + index}; rev:1;)`;
    }),
    `drop ip $HOME_NET any -> $HOME_NET any (msg:"Between environments, not named"; flow:to_server; sid:${firstSid + 900}; rev:1;)`,
  ];
}
