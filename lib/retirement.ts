import type { TerraformResource } from 'cdktf';
import type { Construct } from 'constructs';
import { STATEFUL_TYPES } from './stateful-types';

const RETIRED = Symbol.for('blueprint.retired');
const UNBOUND = Symbol.for('blueprint.unbound');
type Marked = Construct & { [RETIRED]?: true; [UNBOUND]?: true };

/**
 * Types that hold nothing, but whose destruction on the way out would do harm: a retired account stays open until somebody
 * closes it, and its bills and security notices would end in a root mailbox.
 */
const FORGOTTEN_TYPES: ReadonlySet<string> = new Set(['aws_account_alternate_contact']);

/** Everything below leaves the state without being destroyed: stateful resources become `removed` blocks. */
export function retire(scope: Construct): void {
  (scope as Marked)[RETIRED] = true;
}

/** Everything below stands for something that AWS does not have yet (a placeholder id): its absence loses nothing. */
export function markUnbound(scope: Construct): void {
  (scope as Marked)[UNBOUND] = true;
}

export const isRetired = (construct: Construct): boolean => construct.node.scopes.some((scope) => (scope as Marked)[RETIRED]);
export const isUnbound = (construct: Construct): boolean => construct.node.scopes.some((scope) => (scope as Marked)[UNBOUND]);

// biome-ignore lint/suspicious/noExplicitAny: Terraform JSON of any shape
type Json = any;

/**
 * Terraform JSON in which retired resources are gone and the stateful ones among them have a `removed` block with
 * `destroy = false`. (`prevent_destroy` does not guard against a block that disappears: measured.)
 */
export function withoutRetired(document: Json, retired: readonly TerraformResource[]): Json {
  if (retired.length === 0) return document;
  const removed: Json[] = [];
  for (const resource of retired) {
    const type = resource.terraformResourceType;
    delete document.resource?.[type]?.[resource.friendlyUniqueId];
    if (document.resource?.[type] && Object.keys(document.resource[type]).length === 0) delete document.resource[type];
    const from = `${type}.${resource.friendlyUniqueId}`;
    if (STATEFUL_TYPES.has(type) || FORGOTTEN_TYPES.has(type)) removed.push({ from, lifecycle: { destroy: false } });
    document.import = (document.import ?? []).filter((block: Json) => block.to !== from);
  }
  if (document.import?.length === 0) delete document.import;
  if (document.resource && Object.keys(document.resource).length === 0) delete document.resource;
  const whole = !document.resource;
  if (whole) {
    delete document.data; // a data source of a retired stack would still be read
    delete document.output;
  }
  document.removed = [...(document.removed ?? []), ...removed];
  return document;
}
