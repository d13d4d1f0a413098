import type { TerraformJson } from '../../../tools/synthesis/synthesize';

export type Documents = Map<string, TerraformJson>;
/** Breaks something in a copy of the synthesized JSON. @returns where the check must see it */
export type Mutation = (documents: Documents) => string;

const blocks = (documents: Documents, stack: string, type: string): [string, TerraformJson][] => Object.entries(documents.get(stack)?.resource?.[type] ?? {});
function pick(documents: Documents, stack: string, type: string, name: RegExp): [string, TerraformJson] {
  const found = blocks(documents, stack, type).find(([one]) => name.test(one));
  if (!found) throw new Error(`${stack}: has no ${type} like ${name}`);
  return found;
}

/** Changes the first resource of a type whose name matches. */
export const set =
  (stack: string, type: string, change: TerraformJson | ((attributes: TerraformJson) => void), name = /./): Mutation =>
  (documents) => {
    const [found, attributes] = pick(documents, stack, type, name);
    if (typeof change === 'function') change(attributes);
    else Object.assign(attributes, change);
    return `${stack}/${type}.${found}`;
  };

/** Takes resources of a type away. @param at where the check must see it */
export const without =
  (stack: string, type: string, at: string, name = /./): Mutation =>
  (documents) => {
    const all = blocks(documents, stack, type).filter(([one]) => name.test(one));
    if (all.length === 0) throw new Error(`${stack}: has no ${type} like ${name}`);
    for (const [one] of all) delete documents.get(stack).resource[type][one];
    return at;
  };

/** Adds a resource that must not be. */
export const add =
  (stack: string, type: string, attributes: TerraformJson, name = 'mutant'): Mutation =>
  (documents) => {
    const { resource } = documents.get(stack);
    resource[type] = { ...resource[type], [name]: attributes };
    return `${stack}/${type}.${name}`;
  };

/** Changes the policy of a resource. */
export const policy = (stack: string, type: string, change: (document: TerraformJson) => void, name = /./, attribute = 'policy'): Mutation =>
  set(
    stack,
    type,
    (attributes: TerraformJson) => {
      const document = JSON.parse(attributes[attribute]);
      change(document);
      attributes[attribute] = JSON.stringify(document);
    },
    name,
  );

/** A statement as somebody in a hurry writes it. */
export const everybody = (document: TerraformJson): void =>
  void document.Statement.push({ Sid: 'Careless', Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' });

/** No organization policy is attached any more. @param at account and principal that now pass */
export const unguarded = (at: string): Mutation => without('org-policies', 'aws_organizations_policy_attachment', at);

/** The check sees it somewhere else than where it was broken. */
export const seenAt =
  (mutation: Mutation, at: string): Mutation =>
  (documents) => {
    mutation(documents);
    return at;
  };
