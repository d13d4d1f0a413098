/** Rows of rendered/reachability.md that open: `prod/app -> prod/data: tcp 5432 (before: no ...)`. Of what is new altogether, only what is open. */
export function openedPaths(before: string, after: string): string[] {
  const [old, now] = [paths(before), paths(after)];
  return [...now].flatMap(([path, open]) => {
    const known = old.get(path);
    if (closed(open) || known === open || onlyNarrower(known, open)) return [];
    return [`${path}: ${open}${known ? ` (before: ${known})` : ''}`];
  });
}

const closed = (open: string): boolean => open.startsWith('no');

/** `tcp 443` after `tcp 80, 443` opens nothing. */
function onlyNarrower(before: string | undefined, after: string): boolean {
  if (before === undefined || closed(before)) return false;
  const ports = (text: string) => text.split(/,\s*/).map((part, index, all) => (/^(tcp|udp)/.test(part) ? part : `${protocolBefore(all, index)} ${part}`));
  return ports(after).every((port) => ports(before).includes(port));
}
const protocolBefore = (parts: readonly string[], index: number): string =>
  parts
    .slice(0, index)
    .reverse()
    .map((part) => /^(tcp|udp)/.exec(part)?.[0])
    .find(Boolean) ?? '';

const paths = (page: string): Map<string, string> =>
  new Map(
    page
      .split('\n')
      .filter((line) => line.startsWith('| ') && !line.startsWith('| ---') && !line.startsWith('| From |'))
      .map((line) => line.slice(2, -2).split(' | '))
      .map(([from = '', to = '', open = '']) => [`${from} -> ${to}`, open]),
  );
