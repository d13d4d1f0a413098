import type { DataClassName } from '../config/blueprint';

/** Tags that every taggable resource carries: what backups, Macie, bills and reviewers go by. */
export const REQUIRED_TAGS = ['DataClass', 'Environment', 'Owner'] as const;

/**
 * Tags of a resource that holds data: it says its class itself, so that moving it to another stack does not change it.
 * Environment comes from the stack.
 * @param pii whether it holds data about people; left out where the class of its key says enough
 * @param owner team that answers for it; by default the stack's, the platform team
 */
export const dataTags = (dataClass: DataClassName, pii?: boolean, owner?: string): Record<string, string> => ({
  DataClass: dataClass,
  ...(pii === undefined ? {} : { Pii: String(pii) }),
  ...(owner === undefined ? {} : { Owner: owner }),
});
