/**
 * What Suricata takes and AWS Network Firewall does not (developer guide, "Limitations and caveats for stateful rules",
 * read 2026-11): name -> why. AWS refuses the whole group for one such rule.
 */
const FILES = 'extracts files, which AWS Network Firewall does not';
const THRESHOLDS = 'counts (thresholding), which AWS Network Firewall does not';
const DATASETS = 'reads a dataset, which AWS Network Firewall does not have';
const LUA = 'runs Lua, which AWS Network Firewall does not';
const ENIP = 'looks at ENIP/CIP, which AWS Network Firewall does not parse';
const IKE = 'looks at IKEv2, which AWS Network Firewall does not parse';

export const UNSUPPORTED_KEYWORDS: Readonly<Record<string, string>> = {
  dataset: DATASETS,
  datarep: DATASETS,
  iprep: 'reads IP reputation, which AWS Network Firewall does not have',
  lua: LUA,
  luajit: LUA,
  luaxform: LUA,
  threshold: THRESHOLDS,
  detection_filter: THRESHOLDS,
  filestore: FILES,
  filename: FILES,
  'file.name': FILES,
  fileext: FILES,
  filemagic: FILES,
  'file.magic': FILES,
  filemd5: FILES,
  filesha1: FILES,
  filesha256: FILES,
  filesize: FILES,
  ftpdata_command: 'looks at ftp-data, which AWS Network Firewall does not detect',
  hostbits: 'marks hosts, which AWS Network Firewall does not keep',
  xbits: 'marks hosts or pairs of them, which AWS Network Firewall does not keep',
  priority: 'sets a priority, which strict order does not take: the place in the file decides',
  cip_service: ENIP,
  enip_command: ENIP,
  'ike.init_spi': IKE,
  'ike.resp_spi': IKE,
  'ike.chosen_sa_attribute': IKE,
  'ike.exchtype': IKE,
  'ike.vendor': IKE,
  'ike.key_exchange_payload': IKE,
  'ike.key_exchange_payload_length': IKE,
  'ike.nonce_payload': IKE,
  'ike.nonce_payload_length': IKE,
  config: 'configures the engine, which AWS Network Firewall does not allow',
};

export const UNSUPPORTED_PROTOCOLS: Readonly<Record<string, string>> = {
  'ftp-data': 'ftp-data is not detected by AWS Network Firewall',
  enip: 'ENIP/CIP is not parsed by AWS Network Firewall',
  sctp: 'SCTP is not supported by AWS Network Firewall',
  ike: 'IKEv2 is not supported by AWS Network Firewall',
  ikev2: 'IKEv2 is not supported by AWS Network Firewall',
  ipip: 'IP-in-IP is not supported by AWS Network Firewall',
};

/** Keywords and protocols that Suricata 8 has added (its user guide, read 2026-11): feeds for it do not load into 7. */
export const NEWER_KEYWORDS =
  /^(?:(?:email|smtp|ldap|websocket|sdp|mdns|vlan|ntp|pgsql)\.\w+(?:\.\w+)*|ftp\.\w+|dns\.(?:r\w+|answer\w*|quer\w+|authorities|additionals)(?:\.\w+)*|flow\.(?:bytes|pkts)\w*|tls\.(?:alpn|subjectaltname)|sip\.(?:from|to|via|user_agent|content_\w+)|snmp\.trap_\w+|enip\.\w+|tcp\.wscale|entropy|from_base64|gunzip|zlib_deflate|domain|tld|absent|app-layer-state)$/;
export const NEWER_PROTOCOLS: ReadonlySet<string> = new Set(['doh2', 'ldap', 'mdns', 'sdp', 'websocket', 'pop3', 'arp', 'ether']);

/** Actions of Suricata that are none of pass, drop, reject and alert. */
export const UNSUPPORTED_ACTIONS: ReadonlySet<string> = new Set(['rejectsrc', 'rejectdst', 'rejectboth', 'log', 'activate', 'dynamic', 'sdrop', 'config']);

/** Protocols that carry others. */
export const TRANSPORTS: ReadonlySet<string> = new Set([
  'ip',
  'ipv4',
  'ip4',
  'ipv6',
  'ip6',
  'tcp',
  'udp',
  'icmp',
  'icmpv4',
  'icmpv6',
  'tcp-pkt',
  'tcp-stream',
  'pkthdr',
]);
/** Any protocol of one or both families. */
export const IP_PROTOCOLS: ReadonlySet<string> = new Set(['ip', 'ipv4', 'ip4', 'ipv6', 'ip6', 'pkthdr']);

/** Application protocols with a parser in Suricata 7. */
export const APPLICATIONS: ReadonlySet<string> = new Set(
  'http http1 http2 tls ssh smtp imap ftp smb dns dcerpc krb5 ntp dhcp nfs tftp sip snmp rfb rdp mqtt modbus dnp3 quic pgsql telnet bittorrent-dht'.split(' '),
);

/** Carried by TCP alone: a rule for UDP that looks into one of them is never true. */
export const OVER_TCP: ReadonlySet<string> = new Set(['http', 'http1', 'http2', 'tls', 'ssh', 'smtp', 'imap', 'ftp', 'smb', 'rdp', 'rfb', 'mqtt', 'telnet']);

/** Parsers that Suricata's default configuration leaves off (suricata.yaml of 7.0). */
export const OFF_BY_DEFAULT: ReadonlySet<string> = new Set(['modbus', 'dnp3']);
