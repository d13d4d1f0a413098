/**
 * Keywords of the Suricata 7 rule language (Suricata 7.0 user guide, "Suricata Rules", read 2026-11). What AWS Network
 * Firewall refuses among them stands in unsupported.ts; a keyword that is in neither list is a spelling mistake or newer.
 */
export interface Keyword {
  readonly value: 'none' | 'required' | 'optional';
  /** buffer: selects what the next content looks at; reset: selects the payload again; modifier: changes the content before it; transform: changes the buffer before it; match: compares by itself. */
  readonly kind: 'meta' | 'buffer' | 'reset' | 'modifier' | 'transform' | 'content' | 'match';
  /** Application protocols whose parser fills it; undefined where it needs none. */
  readonly protocols?: readonly string[];
  /** Which side of the connection alone sends what it looks at; undefined where both may. */
  readonly side?: 'request' | 'response';
}

const KEYWORDS = new Map<string, Keyword>();
const add = (names: string, keyword: Keyword) => {
  for (const name of names.split(' ')) KEYWORDS.set(name, keyword);
};

const HTTP = ['http', 'http1'];
const request = (protocols: readonly string[]): Keyword => ({ value: 'none', kind: 'buffer', protocols, side: 'request' });
const response = (protocols: readonly string[]): Keyword => ({ value: 'none', kind: 'buffer', protocols, side: 'response' });
const buffer = (protocols: readonly string[]): Keyword => ({ value: 'none', kind: 'buffer', protocols });
const match = (protocols: readonly string[]): Keyword => ({ value: 'required', kind: 'match', protocols });

add('msg sid rev gid classtype reference metadata target requires', { value: 'required', kind: 'meta' });
add('noalert alert bypass', { value: 'none', kind: 'meta' });
add('tag', { value: 'required', kind: 'meta' });
add('prefilter', { value: 'none', kind: 'meta' });
add('content uricontent', { value: 'required', kind: 'content' });
add('pcre', { value: 'required', kind: 'content' });
add('nocase rawbytes startswith endswith', { value: 'none', kind: 'modifier' });
add('depth offset distance within replace', { value: 'required', kind: 'modifier' });
add('fast_pattern', { value: 'optional', kind: 'modifier' });
add('isdataat bsize byte_test byte_jump byte_extract byte_math asn1 flowvar pktvar', { value: 'required', kind: 'content' });
add('rpc', { value: 'required', kind: 'match' });
add('dsize ttl id ipopts ip_proto fragbits fragoffset tos geoip seq ack window itype icode icmp_id icmp_seq', { value: 'required', kind: 'match' });
add('flags tcp.flags tcp.mss tcp.seq tcp.ack tcp.window icmpv6.mtu stream_size flow flowbits flowint flow.age l3_proto', { value: 'required', kind: 'match' });
add('ipv4-csum tcpv4-csum tcpv6-csum udpv4-csum udpv6-csum icmpv4-csum icmpv6-csum', { value: 'required', kind: 'match' });
add('app-layer-protocol app-layer-event decode-event stream-event engine-event', { value: 'required', kind: 'match' });
add('frame', { value: 'required', kind: 'buffer' });
add('pkt_data', { value: 'none', kind: 'reset' });
add('sameip', { value: 'none', kind: 'match' });
add('ipv4.hdr ipv6.hdr tcp.hdr udp.hdr icmpv4.hdr icmpv6.hdr ip.src ip.dst base64_data', { value: 'none', kind: 'buffer' });
add('base64_decode', { value: 'optional', kind: 'content' });
add('file.data file_data', { value: 'none', kind: 'buffer', protocols: [...HTTP, 'http2', 'smtp', 'smb', 'nfs'] });
add('dotprefix strip_whitespace compress_whitespace to_lowercase to_uppercase to_md5 to_sha1 to_sha256 url_decode header_lowercase strip_pseudo_headers', {
  value: 'none',
  kind: 'transform',
});
add('pcrexform xor', { value: 'required', kind: 'transform' });

add('http.uri http.uri.normalized http.uri.raw http.method http.request_line http.request_body http.user_agent http.host http.host.raw', request(HTTP));
add('http.accept http.accept_lang http.accept_enc http.referer http.request_header', request(HTTP));
add('http_accept http_accept_lang http_accept_enc http_referer http_request_line', request(HTTP));
add('http.response_line http.stat_code http.stat_msg http.response_body http.server http.location http.response_header http_response_line', response(HTTP));
add('http.header http.header.raw http.cookie http.connection http.content_type http.content_len http.start http.header_names http.protocol', buffer(HTTP));
add('http_connection http_content_type http_content_len http_start http_header_names http_protocol', buffer(HTTP));
add('http_uri http_raw_uri http_method http_client_body http_user_agent http_host http_raw_host', {
  value: 'none',
  kind: 'modifier',
  protocols: HTTP,
  side: 'request',
});
add('http_stat_code http_stat_msg http_server_body', { value: 'none', kind: 'modifier', protocols: HTTP, side: 'response' });
add('http_header http_raw_header http_cookie', { value: 'none', kind: 'modifier', protocols: HTTP });
add('urilen', { value: 'required', kind: 'match', protocols: HTTP, side: 'request' });
add('http2.frametype http2.errorcode http2.priority http2.window http2.size_update http2.settings', match(['http2', 'http']));
add('http2.header_name http2.header', buffer(['http2', 'http']));

add('dns.query dns_query', request(['dns']));
add('dns.opcode', match(['dns']));

add('tls.sni tls_sni', request(['tls']));
add('tls.random tls.random_time tls.random_bytes', buffer(['tls']));
add('tls.cert_subject tls_cert_subject tls.cert_issuer tls_cert_issuer tls.cert_serial tls_cert_serial tls.certs', buffer(['tls']));
add('tls.cert_fingerprint tls_cert_fingerprint', buffer(['tls']));
add('tls.subject tls.issuerdn tls.fingerprint', match(['tls']));
add('tls_cert_notbefore tls_cert_notafter tls.cert_chain_len', { ...match(['tls']), side: 'response' });
// Categories that AWS adds (developer guide, "URL and Domain Category Filtering").
add('aws_url_category', match(HTTP));
add('aws_domain_category', match([...HTTP, 'tls']));
add('tls_cert_expired tls_cert_valid', { value: 'none', kind: 'match', protocols: ['tls'], side: 'response' });
add('tls.store tls_store', { value: 'none', kind: 'meta', protocols: ['tls'] });
add('tls.version ssl_version ssl_state', match(['tls']));
add('ja3.hash ja3_hash ja3.string ja3_string ja4.hash ja4_hash', request(['tls', 'quic']));
add('ja3s.hash ja3s.string', response(['tls', 'quic']));
add('quic.cyu.hash quic.cyu.string quic.version quic.sni quic.ua', buffer(['quic']));
add('ssh.proto ssh_proto ssh.software ssh_software', buffer(['ssh']));
add('ssh.hassh ssh-hassh ssh.hassh.string ssh-hassh-string', request(['ssh']));
add('ssh.hassh.server ssh-hassh-server ssh.hassh.server.string ssh-hassh-server-string', response(['ssh']));
add('ssh.protoversion ssh.softwareversion', match(['ssh']));
add('smb.named_pipe smb.share smb.ntlmssp_user smb.ntlmssp_domain', buffer(['smb', 'dcerpc']));
add('dcerpc.iface dce_iface dcerpc.opnum dce_opnum', match(['dcerpc', 'smb']));
add('dcerpc.stub_data dce_stub_data', buffer(['dcerpc', 'smb']));
add('krb5_msg_type krb5_err_code krb5.ticket_encryption', match(['krb5']));
add('krb5.cname krb5_cname krb5.sname krb5_sname', buffer(['krb5']));
add('ftpbounce', { value: 'none', kind: 'match', protocols: ['ftp'] });
add('snmp.version snmp.pdu_type', match(['snmp']));
add('snmp.community snmp.usm', buffer(['snmp']));
add('sip.method sip.uri sip.request_line', request(['sip']));
add('sip.stat_code sip.stat_msg sip.response_line', response(['sip']));
add('sip.protocol', buffer(['sip']));
add('rfb.name', buffer(['rfb']));
add('rfb.secresult rfb.sectype', match(['rfb']));
add(
  'mqtt.type mqtt.flags mqtt.protocol_version mqtt.qos mqtt.reason_code mqtt.connack.return_code mqtt.connack.session_present mqtt.connect.flags',
  match(['mqtt']),
);
add('mqtt.connect.clientid mqtt.connect.username mqtt.connect.password mqtt.connect.willtopic mqtt.connect.willmessage', buffer(['mqtt']));
add('mqtt.publish.topic mqtt.publish.message mqtt.subscribe.topic mqtt.unsubscribe.topic', buffer(['mqtt']));
add('dhcp.leasetime dhcp.rebinding_time dhcp.renewal_time', match(['dhcp']));
add('nfs_procedure nfs.version nfs_version', match(['nfs']));
add('modbus', match(['modbus']));
add('dnp3_func dnp3.func dnp3_ind dnp3.ind dnp3_obj dnp3.obj', match(['dnp3']));
add('dnp3_data dnp3.data', buffer(['dnp3']));

export const keywordNamed = (name: string): Keyword | undefined => KEYWORDS.get(name);
