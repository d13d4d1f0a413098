import type { TerraformJson } from '../../synthesis/synthesize';
import type { Violation } from '../check';
import type { Estate, Found, Scope } from '../estate';

export const wrong = ({ account, path }: Found, what: string): Violation => ({ account, at: path, what });
const missing = (account: string, what: string, where = ''): Violation => ({ account, at: where === '' ? account : `${account}, ${where}`, what });

/** Each resource of a type is right; none at all proves nothing. @param judge what is wrong with one; undefined when it is right */
export function each(estate: Estate, type: string, judge: (resource: Found) => string | undefined | false): Violation[] {
  const all = estate.of(type);
  if (all.length === 0) return estate.lenient ? [] : estate.accounts('every account').map(({ name }) => missing(name, `no ${type} to judge`));
  return all.flatMap((resource) => {
    const what = judge(resource);
    return what ? [wrong(resource, what)] : [];
  });
}

/** Each account of a scope has one of a type that is right. */
export function oneInEach(estate: Estate, scope: Scope, type: string, judge: (attributes: TerraformJson) => string | undefined | false): Violation[] {
  return estate.accounts(scope).flatMap(({ name }) => judged(estate.of(type), name, '', type, judge));
}

/** Each enabled region of each account of a scope has one of a type that is right. */
export function oneInEachRegion(
  estate: Estate,
  scope: Scope,
  type: string,
  judge: (attributes: TerraformJson, region: string) => string | undefined | false,
): Violation[] {
  const all = estate.of(type);
  return estate.accounts(scope).flatMap(({ name }) =>
    estate.blueprint.regions.enabled.flatMap((region) =>
      judged(
        all.filter(({ attributes }) => attributes.region === region),
        name,
        region,
        type,
        (attributes) => judge(attributes, region),
      ),
    ),
  );
}

function judged(
  all: readonly Found[],
  account: string,
  where: string,
  type: string,
  judge: (attributes: TerraformJson) => string | undefined | false,
): Violation[] {
  const own = all.filter((resource) => resource.account === account);
  if (own.length === 0) return [missing(account, `has no ${type}`, where)];
  if (own.some(({ attributes }) => !judge(attributes))) return [];
  return own.map((resource) => wrong(resource, judge(resource.attributes) || ''));
}

/** Each resource of a type has a companion in its stack that names it and is right. */
export function companion(
  estate: Estate,
  type: string,
  other: { readonly type: string; readonly by: string; readonly judge?: (attributes: TerraformJson) => string | undefined | false },
  concerns: (resource: Found) => boolean = () => true,
): Violation[] {
  const others = estate.of(other.type);
  return each(estate, type, (resource) => {
    if (!concerns(resource)) return undefined;
    const own = others.filter(({ stack, attributes }) => stack === resource.stack && names(attributes[other.by], resource));
    return own.length === 0 ? `has no ${other.type}` : own.map(({ attributes }) => other.judge?.(attributes)).find(Boolean);
  });
}

/** Does a value name a resource of its stack, by reference or by its physical name? */
export const names = (value: TerraformJson, { type, name, attributes }: Pick<Found, 'type' | 'name' | 'attributes'>): boolean =>
  String(value).includes(`\${${type}.${name}.`) || (value !== undefined && [attributes.bucket, attributes.name, attributes.arn].includes(value));

/** Nothing of some types exists, but for what is named. */
export const absent = (estate: Estate, types: readonly string[], except: (resource: Found) => boolean = () => false): Violation[] =>
  estate
    .of(...types)
    .filter((resource) => !except(resource))
    .map((resource) => wrong(resource, 'must not exist'));
