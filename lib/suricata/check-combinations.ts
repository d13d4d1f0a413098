import { keywordNamed } from './keywords';
import type { RuleMistake, SuricataRule } from './rule';
import { APPLICATIONS, IP_PROTOCOLS } from './unsupported';

/** Keywords that look at one packet: nothing of a stream or of an application can stand beside them (detect-parse.c, SigValidate). */
const PACKET: ReadonlySet<string> = new Set(
  'dsize flags tcp.flags ttl id tos ipopts fragbits fragoffset itype icode icmp_id icmp_seq icmpv6.mtu seq tcp.seq ack tcp.ack window tcp.window tcp.mss sameip rpc ipv4.hdr ipv6.hdr tcp.hdr udp.hdr icmpv4.hdr icmpv6.hdr'.split(
    ' ',
  ),
);
/** Buffers of a packet. */
const PACKET_BUFFERS: ReadonlySet<string> = new Set('ipv4.hdr ipv6.hdr tcp.hdr udp.hdr icmpv4.hdr icmpv6.hdr ip.src ip.dst base64_data'.split(' '));

/** Options that are right by themselves and that Suricata refuses together. */
export function combinationMistakes(rule: SuricataRule): RuleMistake[] {
  return [...sides(rule), ...packetAndStream(rule), ...ipProtocol(rule), ...applicationProtocol(rule), ...mailFiles(rule)];
}

/** A rule is evaluated for one direction: what only clients and what only servers send never meet in it. */
function sides({ options }: SuricataRule): RuleMistake[] {
  const flow = options.find(({ keyword }) => keyword === 'flow')?.value ?? '';
  const of = (side: 'request' | 'response') => options.find(({ keyword }) => keywordNamed(keyword)?.side === side)?.keyword;
  const [request, response] = [of('request'), of('response')];
  if (request && response)
    return [{ message: 'looks at the request and the response at once, which Suricata refuses; split it', value: `${request} with ${response}` }];
  if (request && /to_client|from_server/i.test(flow))
    return [{ message: 'looks at the request in what the server sends, which Suricata refuses; correct the flow', value: `${request} with flow:${flow}` }];
  if (response && /to_server|from_client/i.test(flow))
    return [{ message: 'looks at the response in what the client sends, which Suricata refuses; correct the flow', value: `${response} with flow:${flow}` }];
  return [];
}

function packetAndStream({ protocol, options }: SuricataRule): RuleMistake[] {
  const packet = options.find(({ keyword }) => PACKET.has(keyword))?.keyword;
  if (!packet) return [];
  const buffer = options.find(({ keyword }) => {
    const { kind, protocols } = keywordNamed(keyword) ?? {};
    return (kind === 'buffer' && !PACKET_BUFFERS.has(keyword)) || (kind === 'modifier' && protocols !== undefined);
  })?.keyword;
  const stream =
    buffer ??
    (options.some(({ keyword, value }) => keyword === 'flow' && /only_stream/i.test(value ?? ''))
      ? 'flow:only_stream'
      : protocol === 'tcp-stream'
        ? protocol
        : undefined);
  return stream
    ? [{ message: 'looks at one packet and at a stream at once, which Suricata refuses; remove one of them', value: `${packet} with ${stream}` }]
    : [];
}

function ipProtocol({ protocol, options }: SuricataRule): RuleMistake[] {
  return options.some(({ keyword }) => keyword === 'ip_proto') && !IP_PROTOCOLS.has(protocol)
    ? [{ message: 'has ip_proto, which Suricata takes only with protocol ip; write ip or remove the option', value: `${protocol} with ip_proto` }]
    : [];
}

/** app-layer-protocol stands for a protocol that nothing else names: once, or as a list of those that it is not. */
function applicationProtocol({ protocol, options }: SuricataRule): RuleMistake[] {
  let named = APPLICATIONS.has(protocol) ? protocol : undefined;
  let excluded: string | undefined;
  for (const { keyword, value = '' } of options) {
    const { protocols = [] } = keywordNamed(keyword) ?? {};
    if (keyword !== 'app-layer-protocol') {
      if (protocols.length === 1 || protocols.includes('http1')) named ??= keyword;
      continue;
    }
    const other = named ?? (value.startsWith('!') ? undefined : excluded);
    if (other)
      return [
        {
          message: 'has app-layer-protocol although the protocol is named already, which Suricata refuses; remove one of them',
          value: `${other} with app-layer-protocol:${value}`,
        },
      ];
    if (value.startsWith('!')) excluded = `!${value.slice(1)}`;
    else named = value;
  }
  return [];
}

/** Mail servers send no files: Suricata keeps those of clients. */
function mailFiles({ protocol, options }: SuricataRule): RuleMistake[] {
  const flow = options.find(({ keyword }) => keyword === 'flow')?.value ?? '';
  return protocol === 'smtp' && /to_client|from_server/i.test(flow) && options.some(({ keyword }) => ['file.data', 'file_data'].includes(keyword))
    ? [{ message: 'looks for a file in what a mail server sends, which Suricata refuses; correct the flow', value: `smtp with flow:${flow}` }]
    : [];
}
