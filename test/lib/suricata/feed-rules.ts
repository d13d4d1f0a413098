/** Rules as public feeds write them, all of which Suricata 7 and AWS take; written for this test. */
export const VALID_FEED: readonly string[] = [
  'alert http $HOME_NET any -> $EXTERNAL_NET any (msg:"FEED MALWARE Loader Check-in"; flow:established,to_server; http.method; content:"POST"; http.uri; content:"/gate/"; startswith; fast_pattern; pcre:"/^\\/gate\\/[a-f0-9]{16}\\.php$/"; http.header_names; content:!"Referer"; reference:md5,0123456789abcdef0123456789abcdef; classtype:command-and-control; sid:700001; rev:3; metadata:attack_target Client_Endpoint, created_at 2026_03_11, deployment Perimeter, signature_severity Major, updated_at 2026_04_02;)',
  'alert dns $HOME_NET any -> any any (msg:"FEED Dynamic DNS name"; dns.query; content:".dyn.example"; nocase; endswith; classtype:bad-unknown; sid:700002; rev:1;)',
  'alert dns any any -> any any (msg:"FEED Generated name"; dns.query; bsize:>40; content:".example"; endswith; pcre:"/^[a-z0-9]{32,}\\.example$/i"; sid:700003; rev:2;)',
  'alert tls $EXTERNAL_NET any -> $HOME_NET any (msg:"FEED Certificate of a kit"; flow:established,to_client; tls.cert_subject; content:"CN=evil.example"; bsize:15; tls.cert_issuer; content:"O=Acme Ltd"; sid:700004; rev:1;)',
  'alert tls any any -> any any (msg:"FEED Fingerprint"; tls.cert_fingerprint; content:"4a:a3:66:76:82:cb:6b:23:bb:c3:58:47:23:a4:63:a7:78:a4:a1:18"; sid:700005; rev:1;)',
  'alert tls any any -> any any (msg:"FEED JA4"; ja4.hash; content:"t13d1516h2_8daaf6152771_b186095e22b6"; sid:700006; rev:1;)',
  'alert tls any any -> any any (msg:"FEED JA3S"; flow:to_client; ja3s.hash; content:"ec74a5c51106f0419184d0dd08fb05bc"; sid:700007; rev:1;)',
  'alert tcp $EXTERNAL_NET any -> $HOME_NET [135,139,445,1024:] (msg:"FEED Two steps, first"; flow:established,to_server; content:"|05 00 0b|"; depth:3; content:"|60 9e e7 b9|"; distance:29; within:4; flowbits:set,feed.rpc; flowbits:noalert; sid:700008; rev:1;)',
  'alert tcp $HOME_NET any -> $EXTERNAL_NET any (msg:"FEED Two steps, second"; flow:established,to_client; flowbits:isset,feed.rpc|feed.other; content:"|05 00 02|"; depth:3; byte_test:4,>,4096,8,little; flowbits:set,feed.other; noalert; sid:700009; rev:1;)',
  'alert tcp any any -> any $SSH_PORTS (msg:"FEED Numbers"; flow:established; content:"SSH-"; depth:4; byte_jump:4,12,relative,little,post_offset -4; byte_extract:2,0,size,relative; isdataat:!size,relative; content:"x"; distance:size; sid:700010; rev:1;)',
  'alert smb any any -> any any (msg:"FEED Named pipe"; flow:established,to_server; smb.share; content:"ADMIN$"; nocase; endswith; sid:700011; rev:1;)',
  'alert http any any -> $HTTP_SERVERS $HTTP_PORTS (msg:"FEED Old sticky names and modifiers"; flow:established,to_server; content:"GET"; http_method; content:"/cgi-bin/"; http_uri; nocase; content:"() {"; http_header; fast_pattern:only; sid:700012; rev:5;)',
  'alert http any any -> any any (msg:"FEED Sticky, then the payload"; flow:established,to_client; file_data; content:"<script"; nocase; content:"unescape|28|"; distance:0; nocase; pkt_data; content:"X-Powered-By"; sid:700013; rev:1;)',
  'alert http any any -> any any (msg:"FEED Encoded body"; flow:established,to_server; http.request_body; content:"data="; base64_decode:bytes 200, offset 0, relative; base64_data; content:"powershell"; nocase; sid:700014; rev:1;)',
  'alert http any any -> any any (msg:"FEED Host in lower case"; flow:established,to_server; http.host; content:"update.example.com"; bsize:18; http.user_agent; content:"Go-http-client/1.1"; sid:700015; rev:1;)',
  'alert http2 any any -> any any (msg:"FEED HTTP/2"; http2.header_name; content:"x-evil"; http2.frametype:GOAWAY; sid:700016; rev:1;)',
  'alert quic any any -> any any (msg:"FEED QUIC"; quic.sni; content:"bad.example"; endswith; quic.version; content:"1"; sid:700017; rev:1;)',
  'alert udp [2001:db8::/32,!2001:db8:1::/48] any -> [fe80::1-fe80::ff,::ffff:192.0.2.1] ![53,123,5353:5355] (msg:"FEED IPv6 lists"; dsize:>512; sid:700018; rev:1;)',
  'alert tcp [!192.0.2.0/255.255.255.0,any] any -> any any (msg:"FEED A mask of four numbers"; flags:S,CE; window:!65535; ttl:64-128; sid:700019; rev:1;)',
  'alert ip any any -> any any (msg:"FEED Protocol by name"; ip_proto:!tcp; ip_proto:!udp; sid:700020; rev:1;)',
  'alert icmp any any -> any any (msg:"FEED Large echo"; itype:8; icode:0; dsize:>800; icmp_id:0; sid:700021; rev:1;)',
  'alert tcp-pkt any any -> any any (msg:"FEED Single packets"; flow:stateless; flags:FPU,12; seq:0; sid:700022; rev:1;)',
  'alert pkthdr any any -> any any (msg:"FEED Bad checksum"; decode-event:ipv4.trunc_pkt; sid:700023; rev:1;)',
  'alert ip any any -> any any (msg:"FEED Checksum"; ipv4-csum:invalid; sid:700024; rev:1;)',
  'alert tcp any any -> any ![80,443] (msg:"FEED TLS on another port"; flow:established,to_server; app-layer-protocol:tls; sid:700025; rev:1;)',
  'alert tcp any any -> any 443 (msg:"FEED Neither of these"; flow:established; app-layer-protocol:!tls; app-layer-protocol:!http; sid:700026; rev:1;)',
  'alert ssh any any -> any any (msg:"FEED HASSH"; ssh.hassh; content:"ec7378c1a92f5a8dde7e8b7a1ddf33d1"; sid:700027; rev:1;)',
  'alert dcerpc any any -> any any (msg:"FEED Call"; dcerpc.iface:12345778-1234-abcd-ef00-0123456789ac,=1,any_frag; dcerpc.opnum:4,9-12; dcerpc.stub_data; content:"|00 01|"; byte_test:2,>,5,0,relative,dce; sid:700028; rev:1;)',
  'alert tcp any any -> any any (msg:"FEED Escapes \\"quoted\\" \\; and \\: in a message"; content:"|3b 22 7c|a\\:b\\;c\\"d\\\\e"; pcre:"/a\\/b\\;c[^\\x22]+/Ri"; sid:700029; rev:1;)',
  'drop tls $HOME_NET any -> any any (msg:"FEED Own categories of AWS"; aws_domain_category:Malicious,Phishing; sid:700030; rev:1;)',
  'alert http any any -> any any (msg:"FEED Category of an address"; aws_url_category:Gambling; sid:700031; rev:1;)',
  'alert TCP any any -> any any (MSG:"FEED Keywords in capitals"; CONTENT:"x"; NOCASE; Flow:Established; SID:700032; rev:1;)',
  'alert tls any any -> any any (msg:"FEED Versions"; tls.version:1.0; ssl_state:client_hello|server_hello; sid:700033; rev:1;)',
  'alert tcp any any -> any any (msg:"FEED A group kept"; content:"user="; pcre:"/user=(\\w+)/R,flow:name"; sid:700034; rev:1;)',
  'alert http any any -> any any (msg:"FEED Transforms"; http.request_body; url_decode; pcrexform:"id=(\\w{4})"; content:"abcd"; sid:700035; rev:1;)',
  'reject tcp $HOME_NET any -> $EXTERNAL_NET 23 (msg:"FEED Telnet"; flow:to_server; sid:700036; rev:1;)',
  'alert tcp any any -> any any (msg:"FEED Counted"; content:"x"; flowint:tries,+,1; flowint:tries,notset; stream_size:both,>=,100; sid:700037; rev:1;)',
  'alert tcp any any -> any any (msg:"FEED A quote within a pattern"; content:"x"; pcre:"/[\\x00-\\x1f"]+/R"; fragbits:M+; sid:700039; rev:1;)',
  'alert smtp any any -> any 25 (msg:"FEED Mail"; flow:to_server,established; file.data; content:"MZ"; startswith; sid:700038; rev:1;)',
];

/** Rules of feeds that AWS or Suricata refuses, and all that is said. */
export const INVALID_FEED: readonly (readonly [rule: string, ...said: string[]])[] = [
  [
    'alert http any any -> any any (http.host; content:"evil.example"; nocase; sid:1;)',
    'sid 1 has nocase on a host, which is in lower case already, and Suricata refuses that, got http.host with content:"evil.example"; remove it',
  ],
  [
    'alert http any any -> any any (content:"Evil.example"; http_host; sid:1;)',
    'sid 1 looks for capitals in a host, which is in lower case, got http.host with content:"Evil.example"; write the content in lower case',
  ],
  [
    'alert http any any -> any any (http.method; content:"GET "; sid:1;)',
    'sid 1 has a method with a blank before or behind it, got http.method with content:"GET "; remove the blank',
  ],
  [
    'alert tls any any -> any any (ja3_hash; content:"e7d705a3286e19ea42f587b344ee686"; sid:1;)',
    'sid 1 must look for 32 hexadecimal digits, got ja3.hash with content:"e7d705a3286e19ea42f587b344ee686"; correct the content',
  ],
  [
    'alert tls any any -> any any (tls_cert_fingerprint; content:"4a:a3:66"; sid:1;)',
    'sid 1 must look for 20 pairs of hexadecimal digits with colons between, got tls.cert_fingerprint with content:"4a:a3:66"; correct the content',
  ],
  [
    'alert tcp any any -> any any (content:"x"; xbits:isset,seen,track ip_pair,expire 60; sid:1;)',
    'sid 1 marks hosts or pairs of them, which AWS Network Firewall does not keep, got xbits:isset,seen,track ip_pair,expire 60; remove the option or the rule',
  ],
  [
    'alert dns any any -> any any (dns.query; dataset:isset,bad-names,type string,load bad.lst; sid:1;)',
    'sid 1 reads a dataset, which AWS Network Firewall does not have, got dataset:isset,bad-names,type string,load bad.lst; remove the option or the rule',
  ],
  [
    'alert tcp any any -> any any (flow:established; luajit:x.lua; threshold:type limit, track by_src, seconds 60, count 1; sid:1;)',
    'sid 1 runs Lua, which AWS Network Firewall does not, got luajit:x.lua; remove the option or the rule',
    'sid 1 counts (thresholding), which AWS Network Firewall does not, got threshold:type limit, track by_src, seconds 60, count 1; remove the option or the rule',
  ],
  [
    'alert tcp any any -> any any (app-layer-protocol:ftp-data; sid:1;)',
    'sid 1 has a protocol that cannot be inspected: ftp-data is not detected by AWS Network Firewall, got app-layer-protocol:ftp-data; remove the rule',
  ],
  [
    'alert udp any any -> any 500 (app-layer-event:ike.malformed_data; sid:1;)',
    'sid 1 has a protocol that cannot be inspected: IKEv2 is not supported by AWS Network Firewall, got app-layer-event:ike.malformed_data; remove the rule',
  ],
  [
    'alert http any any -> any any (flow:to_client,established; http.uri; content:"x"; sid:1;)',
    'sid 1 looks at the request in what the server sends, which Suricata refuses, got http.uri with flow:to_client,established; correct the flow',
  ],
  [
    'alert http any any -> any any (flow:from_client; http.stat_code; content:"200"; sid:1;)',
    'sid 1 looks at the response in what the client sends, which Suricata refuses, got http.stat_code with flow:from_client; correct the flow',
  ],
  [
    'alert http any any -> any any (http.uri; content:"x"; http.stat_code; content:"200"; sid:1;)',
    'sid 1 looks at the request and the response at once, which Suricata refuses, got http.uri with http.stat_code; split it',
  ],
  [
    'alert http any any -> any any (dsize:>100; http.uri; content:"x"; sid:1;)',
    'sid 1 looks at one packet and at a stream at once, which Suricata refuses, got dsize with http.uri; remove one of them',
  ],
  [
    'alert tcp any any -> any any (flags:S; flow:only_stream; sid:1;)',
    'sid 1 looks at one packet and at a stream at once, which Suricata refuses, got flags with flow:only_stream; remove one of them',
  ],
  [
    'alert tcp any any -> any any (ip_proto:6; sid:1;)',
    'sid 1 has ip_proto, which Suricata takes only with protocol ip, got tcp with ip_proto; write ip or remove the option',
  ],
  [
    'alert http any any -> any any (app-layer-protocol:!tls; sid:1;)',
    'sid 1 has app-layer-protocol although the protocol is named already, which Suricata refuses, got http with app-layer-protocol:!tls; remove one of them',
  ],
  [
    'alert tcp any any -> any any (content:"x\\.y"; sid:1;)',
    'sid 1 has a content with a backslash before something other than a colon, semicolon, quote or backslash, which Suricata refuses, got "x\\.y"; write \\\\ or |5c|',
  ],
  [
    'alert tcp any any -> any any (content:"abc"; depth:5; depth:9; sid:1;)',
    'sid 1 has depth twice on one content, which Suricata refuses, got content:"abc"; keep one',
  ],
  ['alert tcp any any -> any any (content:"abc"; startswith; depth:5; sid:1;)', 'sid 1 has depth beside startswith, got content:"abc"; keep one of them'],
  [
    'alert tcp any any -> any any (content:"abc"; depth:length; sid:1;)',
    'sid 1 has depth:length, and nothing before it extracts that value, got content:"abc"; add byte_extract or correct the name',
  ],
  ['alert tcp any any -> any any (content:"abc"; offset:-1; sid:1;)', 'sid 1 has offset:-1, which is below zero, got content:"abc"; correct it'],
  [
    'alert tcp any any -> any any (content:!"abc"; offset:5; fast_pattern; sid:1;)',
    'sid 1 has fast_pattern on a negated content with offset, which Suricata refuses, got content:!"abc"; remove fast_pattern',
  ],
  [
    'alert tcp any any -> any any (content:"abc"; fast_pattern:1,5; sid:1;)',
    'sid 1 has fast_pattern:1,5, which is longer than its content, got content:"abc"; correct it',
  ],
  [
    'alert http any any -> any any (http.uri; content:"a"; content:"b"; http_header; sid:1;)',
    'sid 1 has http_header while http.uri is selected, got content:"b"; write pkt_data before the content',
  ],
  [
    'alert http any any -> any any (base64_data; content:"x"; sid:1;)',
    'sid 1 has base64_data without base64_decode before it, got base64_data; write it after one',
  ],
  [
    'alert dns any any -> any any (dns.query; content:"longer.example"; bsize:5; sid:1;)',
    'sid 1 has a content longer than bsize:5 allows, which is never true, got content:"longer.example"; correct one of them',
  ],
  [
    'alert http any any -> any any (http.header.raw; content:"x"; sid:1;)',
    'sid 1 has http.header.raw without a direction, got http.header.raw; add flow:to_server or flow:to_client',
  ],
  ['alert tcp any any -> any any (flow:"established"; sid:1;)', 'sid 1 has flow in quotes, which it does not take, got flow:"established"; remove them'],
  ['alert tls any any -> any any (tls.subject:CN=x; sid:1;)', 'sid 1 has tls.subject without quotes, got tls.subject:CN=x; write tls.subject:"..."'],
  [
    'alert tcp any any -> any any (flow:established,to_server,no_stream,no_frag; sid:1;)',
    'sid 1 has flow with more than three words, which Suricata refuses, got flow:established,to_server,no_stream,no_frag; keep three',
  ],
  [
    'alert tcp any any -> any any (flow:to_server,from_client; sid:1;)',
    'sid 1 has flow with the same word twice, which Suricata refuses, got flow:to_server,from_client; keep one',
  ],
  ['alert icmp any any -> any any (itype:300; sid:1;)', 'sid 1 may have itype up to 255, got itype:300; correct it'],
  ['alert udp any any -> any any (dsize:10<>11; sid:1;)', 'sid 1 has dsize with a range that nothing lies within, got dsize:10<>11; correct its ends'],
  [
    'alert tcp any any -> any any (content:"a"; pcre:"/a(b/"; sid:1;)',
    'sid 1 has a pcre with an open group, got pcre:"/a(b/"; close it, or write \\( for the character',
  ],
  ['alert tcp any any -> any any (content:"a"; pcre:"/a[b/"; sid:1;)', 'sid 1 has a pcre with an open [, got pcre:"/a[b/"; close the class'],
  ['alert tcp any any -> any any (content:"a"; pcre:"/a/Z"; sid:1;)', 'sid 1 must have pcre with a pattern such as "/ab+c/i", got pcre:"/a/Z"; correct it'],
  [
    'alert tcp any any -> any any (content:"a"; byte_test:2,>,1000; sid:1;)',
    'sid 1 must have byte_test with bytes, comparison, value, offset and options such as 2,>,1000,0,relative, got byte_test:2,>,1000; correct it',
  ],
  [
    'alert tcp any any -> any any (content:"a"; byte_jump:4,0,relativ; sid:1;)',
    'sid 1 must have byte_jump with bytes, offset and options such as 4,0,relative, got byte_jump:4,0,relativ; correct it',
  ],
  ['alert tls any any -> any any (tls.version:tls1.2; sid:1;)', 'sid 1 must have tls.version with a version such as 1.2, got tls.version:tls1.2; correct it'],
  [
    'alert tls any any -> any any (ssl_version:tls1.4; sid:1;)',
    'sid 1 must have ssl_version with one or more of sslv2, sslv3, tls1.0, tls1.1, tls1.2, tls1.3, got ssl_version:tls1.4; correct it',
  ],
  ['alert tcp any any -> any any (rev:0; sid:1;)', 'sid 1 must have rev with a number from 1, got rev:0; correct it'],
  ['alert tcp any any -> any any (flags:X; sid:1;)', 'sid 1 must have flags with letters of TCP flags such as S,12, got flags:X; correct it'],
  [
    'alert dns any any -> any any (dns.rrtype:AAAA; sid:1;)',
    'sid 1 is for Suricata 8, and AWS Network Firewall runs Suricata 7, got dns.rrtype:AAAA; remove the option or the rule',
  ],
  ['alert pop3 any any -> any any (sid:1;)', `sid 1 has a protocol of Suricata 8, and AWS Network Firewall runs Suricata 7, got pop3; remove the rule`],
  ['alert tcp 192.0.2.9-192.0.2.1 any -> any any (sid:1;)', 'sid 1 has a source range that runs backwards, got 192.0.2.9-192.0.2.1; swap its ends'],
  ['alert tcp 192.0.2.0/255.0.255.0 any -> any any (sid:1;)', 'sid 1 has a source with a prefix that is none, got 192.0.2.0/255.0.255.0; correct it'],
  [
    'alert tcp 2001:db8:::1 any -> any any (sid:1;)',
    'sid 1 has a source that is no address, got 2001:db8:::1; write an address, a network such as 203.0.113.0/24, a variable or any',
  ],
  [
    'alert tcp [192.0.2.7,!192.0.2.0/24] any -> any any (sid:1;)',
    'sid 1 has a source list that excludes all that it names, got [192.0.2.7,!192.0.2.0/24]; correct it',
  ],
  ['alert tcp any any -> any [80:90,!1:1024] (sid:1;)', 'sid 1 has a destination port list that excludes all that it names, got [80:90,!1:1024]; correct it'],
];
