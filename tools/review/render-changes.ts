import { type ChangeGroup, placesOf } from './grouped-changes';
import type { Action } from './resource-changes';
import type { ValueChange } from './value-changes';

/** In the order in which a reviewer wants to see them. */
const TITLES: Readonly<Record<Action, string>> = {
  destroy: 'Destroyed',
  replace: 'Replaced',
  forget: 'Leave the state, stay in AWS',
  settings: 'Backends, providers, outputs',
  change: 'Changed',
  move: 'Moved',
  import: 'Adopted (import)',
  create: 'Created',
};

/** How much of a long list is shown, and where the rest is. */
export interface Limit {
  /** Lines for each section, and changes for each resource. */
  readonly most: number;
  /** `--all` prints them */
  readonly rest: string;
}

/** Sections of what happens to resources. */
export function changeSections(groups: readonly ChangeGroup[], limit: Limit): string[] {
  return (Object.keys(TITLES) as Action[]).flatMap((action) => {
    const chosen = groups.filter((group) => group.action === action);
    if (chosen.length === 0) return [];
    const changes = (group: ChangeGroup) => group.changes.map((change) => `  - ${told(change)}`);
    const lines = chosen.flatMap((group) => [heading(group), ...limited(changes(group), limit, '  - ')]);
    const section = { ...limit, most: limit.most * 5 };
    return ['', `### ${TITLES[action]}: ${chosen.reduce((sum, group) => sum + resourceCount(group), 0)}`, '', ...limited(lines, section)];
  });
}

const resourceCount = ({ addresses, places }: ChangeGroup): number =>
  addresses.length * [...places.values()].reduce((all, regions) => all + Math.max(1, regions.length), 0);

/** `prod: aws_kms_key.key`, or the type once and the names behind it. */
function heading(group: ChangeGroup): string {
  const { addresses, type, from } = group;
  const [first = ''] = addresses;
  if (addresses.length === 1) return `- ${placesOf(group)}: ${code(first)}${from ? `, before ${code(from)}` : ''}`;
  const names = addresses.map((address) => code(address.replace(`${type}.`, ''))).join(', ');
  return `- ${placesOf(group)}: ${addresses.length} ${type}: ${shortened(names, 600)}`;
}

/** `path: old → new`, or what a list lost and won. */
export function told({ path, removed, added }: ValueChange): string {
  if (removed.length + added.length === 0) return code(path);
  if (removed.length === 1 && added.length === 1) return `${code(path)}: ${value(removed[0] as string)} → ${value(added[0] as string)}`;
  const words = [...removed.map((text) => `− ${value(text)}`), ...added.map((text) => `+ ${value(text)}`)];
  const more = words.length > 12 ? `, and ${words.length - 12} more` : '';
  return `${code(path)}: ${words.slice(0, 12).join(', ')}${more}`;
}

/** The first lines, and how many are left. @param mark what the last line begins with, as its neighbours do */
export const limited = (lines: readonly string[], { most, rest }: Limit, mark = '- '): string[] =>
  lines.length <= most ? [...lines] : [...lines.slice(0, most), `${mark}and ${lines.length - most} more (${rest})`];

const shortened = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most)} …` : text);
const value = (text: string): string => code(shortened(text.replaceAll('\n', ' '), 160));
/** Code in Markdown, whatever stands in it. */
export const code = (text: string): string => (text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``);
