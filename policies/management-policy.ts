/**
 * Policy of a management type (EC2, tag, backup, AI opt-out): no IAM language, but a tree whose leaves carry inheritance
 * operators (AWS Organizations user guide, "Policy syntax and inheritance for management policy types").
 */
export type ManagementPolicy = Readonly<Record<string, ManagementNode>>;
export type ManagementNode = string | readonly string[] | { readonly [key: string]: ManagementNode };

/** Sets a value; a policy of a unit below may set another. AWS takes numbers as text. */
export const assign = (value: string | readonly string[]) => ({ '@@assign': value });

/** No policy further down may touch this branch. */
export const SEALED = { '@@operators_allowed_for_child_policies': ['@@none'] } as const;
