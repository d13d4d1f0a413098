import type { Answer } from './answer';
import type { OpenPorts } from './port-ranges';

const range = ([first, last]: OpenPorts[number]): string => (first === last ? String(first) : `${first}-${last}`);

/** `tcp 443, 8000-8010; udp 53`; empty when nothing is open. */
export function openInWords({ open }: Pick<Answer, 'open'>): string {
  return (['tcp', 'udp'] as const)
    .filter((protocol) => open[protocol].length > 0)
    .map((protocol) => `${protocol} ${open[protocol].map(range).join(', ')}`)
    .join('; ');
}

/** What the answer has to say beside its ends: ports or locks, the way, and the way back. */
export interface Words {
  readonly open: string;
  readonly through: string;
  readonly back: string;
}

export function inWords(answer: Answer): Words {
  const { connections } = answer;
  const open = openInWords(answer);
  const locks = open === '' ? answer.locks() : [];
  if (open === '') return { open: `no: ${locks.length > 0 ? locks.join(', ') : 'no port passes every lock'}`, through: '-', back: '-' };
  const distinct = (texts: string[]): string => [...new Set(texts)].join(' or ');
  return {
    open,
    through: distinct(connections.map(({ hops }) => (hops.length > 0 ? hops.join(', ') : 'inside the VPC'))),
    back: distinct(
      connections.map(({ symmetric, firewalls }) =>
        !symmetric ? 'NOT the same firewall endpoints' : firewalls.length > 0 ? 'same firewall endpoint' : 'no firewall',
      ),
    ),
  };
}

/** The answer for people, in whole sentences. @param port undefined asks for all */
export function sentences(
  answer: Answer,
  port: number | undefined,
  protocol: 'tcp' | 'udp',
): { readonly reachable: boolean; readonly lines: readonly string[] } {
  const { from, to, connections, dropped } = answer;
  const { open, through, back } = inWords(answer);
  const opened = port === undefined ? openInWords(answer) !== '' : answer.open[protocol].some(([first, last]) => first <= port && port <= last);
  const what = port === undefined ? '' : ` on ${protocol} ${port}`;
  if (!opened) {
    const routed = connections.length > 0 ? 'The route tables lead there.' : `No route: ${dropped.join('; ') || 'nothing leads there'}.`;
    const held = answer.locks().filter((lock) => lock !== 'no route');
    const other = openInWords(answer);
    const locked = held.length > 0 ? `Refused${connections.length > 0 ? '' : ' besides'} by: ${held.join(', ')}.` : '';
    const elsewhere = other === '' ? locked : `Open are only: ${other}.`;
    return { reachable: false, lines: [`${from.name} cannot reach ${to.name}${what}.`, `  ${routed}`, ...(elsewhere ? [`  ${elsewhere}`] : [])] };
  }
  const answers = connections.every(({ symmetric }) => symmetric) ? `Answers: ${back}.` : `Answers take another way (${back}): a stateful firewall drops them.`;
  const lines = [`${from.name} reaches ${to.name}${what === '' ? ` on ${open}` : what}.`, `  Through: ${through}.`, `  ${answers}`];
  // A name that is misspelt would be answered as well as a service without an endpoint.
  const outside = to.kind === 'service' && !connections.some(({ hops }) => hops.some((hop) => /^(?:interface|gateway) endpoint/.test(hop)));
  return { reachable: true, lines: outside ? [...lines, `  There is no endpoint for ${to.name}: it is taken for an address on the internet.`] : lines };
}
