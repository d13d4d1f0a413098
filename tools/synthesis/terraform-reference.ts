/** A reference to an attribute of a resource, alone in its string: `${aws_iam_role.apply.arn}`. */
export interface TerraformReference {
  readonly type: string;
  readonly name: string;
  readonly attribute: string;
}

/** @returns undefined when the text is no single reference to a resource */
export function referenceIn(text: unknown): TerraformReference | undefined {
  const [, type, name, attribute] = /^\$\{(aws_[a-z0-9_]+)\.([\w-]+)\.([a-z_]+)\}$/.exec(String(text)) ?? [];
  return type && name && attribute ? { type, name, attribute } : undefined;
}
