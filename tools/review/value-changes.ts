import { diffArrays, diffWordsWithSpace } from 'diff';
import type { TerraformJson } from '../synthesis/synthesize';

/** One place in a value that differs. Texts are as a reader sees them: strings bare, everything else as JSON. */
export interface ValueChange {
  /** `rule[rate-limit].action`; members of lists are named where they have a name. */
  readonly path: string;
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

/** Members of lists that name a member among its neighbours, in the words of IAM, WAF, network ACLs and Terraform. */
const NAMES = ['Sid', 'sid', 'name', 'Name', 'id', 'Id', 'rule_number', 'rule_no', 'priority', 'key', 'from', 'to'];

/** Every place where two values of Terraform JSON differ; JSON in texts and lines of texts are looked into. */
export function valueChanges(before: TerraformJson, after: TerraformJson, path = ''): ValueChange[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  const [old, now] = [readable(before), readable(after)];
  if (isObject(old) && isObject(now)) {
    const keys = [...new Set([...Object.keys(old), ...Object.keys(now)])].sort();
    return keys.flatMap((key) => valueChanges(old[key], now[key], path === '' ? key : `${path}.${key}`));
  }
  if (isText(old) && isText(now) && `${old}${now}`.includes('\n')) return lines(old.split('\n'), now.split('\n'), path);
  if (Array.isArray(old) || Array.isArray(now)) return listChanges(listOf(old), listOf(now), path);
  if (isText(old) && isText(now) && (Math.min(old.length, now.length) > LONG || isContinued(old, now))) return [words(old, now, path)];
  return [{ path, removed: texts(old), added: texts(now) }];
}

/** A longer text, such as the pattern of a metric filter, is not shown whole: what changed within it is. */
const LONG = 120;

/** A sentence with something added: only that is told, so that the same addition to many texts is one line. */
function isContinued(before: string, after: string): boolean {
  const [shorter, longer] = [before, after].sort((a, b) => a.length - b.length) as [string, string];
  return shorter.length > 20 && longer.startsWith(shorter);
}

function words(before: string, after: string, path: string): ValueChange {
  const parts = diffWordsWithSpace(before, after);
  const of = (kind: 'added' | 'removed') => parts.flatMap((part) => (part[kind] && part.value.trim() !== '' ? [part.value.trim()] : []));
  return { path: `${path} (within)`, removed: of('removed'), added: of('added') };
}

function listChanges(before: readonly TerraformJson[], after: readonly TerraformJson[], path: string): ValueChange[] {
  if (![...before, ...after].some(isObject)) return scalars(before.map(text), after.map(text), path);
  const name = NAMES.find((key) => distinct(before, key) && distinct(after, key));
  const keyOf = (member: TerraformJson, index: number): string => (name ? String(member[name]) : String(index));
  const [old, now] = [before, after].map((list) => new Map(list.map((member, index) => [keyOf(member, index), member])));
  const keys = [...new Set([...(old as Map<string, TerraformJson>).keys(), ...(now as Map<string, TerraformJson>).keys()])];
  return keys.flatMap((key) => valueChanges(old?.get(key), now?.get(key), `${path}[${key}]`));
}

const distinct = (list: readonly TerraformJson[], key: string): boolean =>
  list.every((member) => isObject(member) && ['string', 'number'].includes(typeof member[key])) &&
  new Set(list.map((member) => member[key])).size === list.length;

/** A list of words is a set to AWS nearly everywhere: another order alone is said in one line. */
function scalars(before: readonly string[], after: readonly string[], path: string): ValueChange[] {
  const removed = before.filter((one) => !after.includes(one));
  const added = after.filter((one) => !before.includes(one));
  return removed.length + added.length > 0
    ? [{ path, removed, added }]
    : [{ path: `${path} (order)`, removed: [before.join(', ')], added: [after.join(', ')] }];
}

function lines(before: string[], after: string[], path: string): ValueChange[] {
  const parts = diffArrays(before, after);
  const of = (kind: 'added' | 'removed') => parts.flatMap((part) => (part[kind] ? part.value.filter((line) => line.trim() !== '') : []));
  return [{ path, removed: of('removed'), added: of('added') }];
}

/** A policy or another document that stands in a text is read; a reference to another resource is not one. */
function readable(value: TerraformJson): TerraformJson {
  if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

const isObject = (value: TerraformJson): boolean => value !== null && typeof value === 'object' && !Array.isArray(value);
const isText = (value: TerraformJson): boolean => typeof value === 'string';
const listOf = (value: TerraformJson): TerraformJson[] => (value === undefined || value === null ? [] : Array.isArray(value) ? value : [value]);
const text = (value: TerraformJson): string => (typeof value === 'string' ? value : JSON.stringify(value));
const texts = (value: TerraformJson): string[] => (value === undefined || value === null ? [] : [text(value)]);
