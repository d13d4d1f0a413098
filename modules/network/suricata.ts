/** Turns what blocks into what reports, for the first weeks: alert, read, then block. */
export function alertOnly(rules: string): string {
  return rules.replaceAll(/^(drop|reject) /gm, 'alert ');
}

/** Rules without comments and empty lines, which would count against the size of the group. */
export function activeRules(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}

/**
 * Domains that workloads may reach: TLS by SNI and HTTP by host. Everything else is alerted, and dropped by the policy's
 * default when the firewall blocks.
 * @param firstSid sid of the first rule; two for each domain
 */
export function allowedDomainRules(domains: readonly string[], firstSid = 2_000_001): string[] {
  return domains.flatMap((domain, index) => {
    const match = domain.startsWith('.') ? `dotprefix; content:"${domain}"; nocase; endswith` : `content:"${domain}"; nocase; startswith; endswith`;
    const sid = firstSid + 2 * index;
    return [
      `pass tls $HOME_NET any -> $EXTERNAL_NET any (msg:"TLS to ${domain}"; flow:to_server,established; tls.sni; ${match}; sid:${sid}; rev:1;)`,
      `pass http $HOME_NET any -> $EXTERNAL_NET any (msg:"HTTP to ${domain}"; flow:to_server,established; http.host; ${match}; sid:${sid + 1}; rev:1;)`,
    ];
  });
}

/** Capacity with headroom, in steps: it is immutable, so a few more rules must not replace the group. 30,000 at most (quota). */
export function capacityFor(rules: number): number {
  return [100, 500, 2000, 10_000, 30_000].find((step) => rules * 1.25 <= step) ?? 30_000;
}
