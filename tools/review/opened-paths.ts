import { tablesIn } from '../synthesis/markdown-table';

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
  const known = ports(before);
  return ports(after).every((port) => known.includes(port));
}

/** `tcp 80, 443, udp 53`: each port with its protocol. */
function ports(open: string): string[] {
  let protocol = '';
  return open.split(/,\s*/).map((part) => {
    const [, named, port] = /^(?:(tcp|udp)\s*)?(.*)$/.exec(part) ?? [];
    protocol = named ?? protocol;
    return `${protocol} ${port}`;
  });
}

const paths = (page: string): Map<string, string> =>
  new Map(tablesIn(page).flatMap(({ rows }) => rows.map(([from = '', to = '', open = '']): [string, string] => [`${from} -> ${to}`, open])));
