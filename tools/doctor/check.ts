import type { Account, Blueprint } from '../../config/blueprint';
import type { TerraformJson } from '../synthesis/synthesize';
import type { PlannedResource } from './planned';
import type { Aws } from './read-only-clients';

/** What a check may ask. */
export interface Context {
  readonly aws: Aws;
  readonly blueprint: Blueprint;
  readonly account: Account;
  /** Stack id -> what is synthesized. */
  readonly documents: ReadonlyMap<string, TerraformJson>;
  /** The answer to a question that several resources ask, asked once. */
  readonly once: <Answer>(question: string, ask: () => Promise<Answer>) => Promise<Answer>;
}

/** A field of the configuration. */
export interface Field {
  readonly path: readonly string[];
  /** The field is a list, and this is an entry of it. */
  readonly entry?: string;
}

/** Something that stands where the blueprint would make its own. */
export interface Found {
  /** What it is, in AWS's words. */
  readonly what: string;
  /** Import id of its resource type, without `@region`. */
  readonly importId?: string;
  /** What the field holds for it; true for an entry of a list. */
  readonly value?: string | true;
  /** What to do where no import block can be rendered. */
  readonly remedy?: string;
}

/** Looks for what one kind of resource would collide with. */
export interface Probe {
  readonly type: string;
  /** Of the resources of the type, those that something may stand in the way of. Default all. */
  readonly concerns?: (planned: PlannedResource, context: Context) => boolean;
  /** What an apply does where the thing exists and is not imported. */
  readonly otherwise: string;
  /** The configuration's field that imports it. */
  readonly field?: (planned: PlannedResource, context: Context) => Field;
  readonly look: (planned: PlannedResource, context: Context) => Promise<Found | undefined>;
}

export type FindingKind =
  /** `existing` can take it. */
  | 'import'
  /** `existing` or `importId` names it already. */
  | 'listed'
  /** `existing` names what is not there: its import would fail. */
  | 'wrong'
  /** Nothing imports it: a person decides. */
  | 'by-hand'
  /** Worth knowing; an apply does not mind. */
  | 'note';

export interface Finding {
  readonly kind: FindingKind;
  readonly what: string;
  /** What an apply does otherwise, or what to do. */
  readonly consequence: string;
  readonly field?: Field;
  readonly value?: string | true;
}

/** Looks for what no resource of the blueprint stands for. */
export interface Survey {
  readonly name: string;
  readonly concerns: (account: Account, blueprint: Blueprint) => boolean;
  readonly look: (context: Context) => Promise<readonly Finding[]>;
}

/** The same in every enabled region: one that does not answer hides no other. */
export interface RegionalSurvey extends Omit<Survey, 'look'> {
  readonly lookIn: (context: Context, region: string) => Promise<readonly Finding[]>;
}

/** Where a configuration file describes an account. */
export const placeOf = ({ name }: Account): readonly string[] => [
  ['management', 'log-archive', 'security', 'backup', 'network'].includes(name) ? 'accounts' : 'environments',
  name,
];
export const ORGANIZATION_EXISTING = ['organization', 'existing'] as const;

/** The answer, or undefined when AWS says that there is no such thing; every other error is one. */
export async function unlessMissing<Answer>(request: Promise<Answer>, missing = MISSING): Promise<Answer | undefined> {
  try {
    return await request;
  } catch (error) {
    if (missing.includes((error as Error).name)) return undefined;
    throw error;
  }
}

const MISSING: readonly string[] = ['NoSuchEntity', 'NoSuchEntityException', 'NotFound', 'NoSuchBucket', 'NoSuchKey', 'NotFoundException'];

/** Every page of a list. */
export async function pages<Answer, Item>(
  ask: (token: string | undefined) => Promise<Answer>,
  items: (answer: Answer) => readonly Item[] | undefined,
  next: (answer: Answer) => string | undefined,
): Promise<Item[]> {
  const all: Item[] = [];
  let token: string | undefined;
  do {
    const answer = await ask(token);
    all.push(...(items(answer) ?? []));
    token = next(answer);
  } while (token);
  return all;
}
