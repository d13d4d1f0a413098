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
 * Domains that workloads may reach: TLS by SNI and HTTP by host. Everything else is alerted, and dropped by the policy's
 * default when the firewall blocks.
 * @param firstSid sid of the first rule; two for each domain
 */
export function allowedDomainRules(domains: readonly string[], firstSid: number = GENERATED_SIDS.first): string[] {
  return domains.flatMap((domain, index) => {
    const match = domain.startsWith('.') ? `dotprefix; content:"${domain}"; nocase; endswith` : `content:"${domain}"; nocase; startswith; endswith`;
    const sid = firstSid + 2 * index;
    return [
      `pass tls $HOME_NET any -> $EXTERNAL_NET any (msg:"TLS to ${domain}"; flow:to_server,established; tls.sni; ${match}; sid:${sid}; rev:1;)`,
      `pass http $HOME_NET any -> $EXTERNAL_NET any (msg:"HTTP to ${domain}"; flow:to_server,established; http.host; ${match}; sid:${sid + 1}; rev:1;)`,
    ];
  });
}
