/** One value, or several. */
export type OneOrMore = string | readonly string[];
export type Conditions = Readonly<Record<string, Readonly<Record<string, OneOrMore>>>>;

/** A statement of an IAM policy document (IAM JSON policy reference). */
export interface PolicyStatement {
  /** Letters and digits, unique in its document; says what the statement is for. */
  readonly Sid: string;
  readonly Effect: 'Allow' | 'Deny';
  /** Resource and trust policies only. */
  readonly Principal?: '*' | Readonly<Record<string, OneOrMore>>;
  readonly Action?: OneOrMore;
  readonly NotAction?: OneOrMore;
  readonly Resource?: OneOrMore;
  readonly NotResource?: OneOrMore;
  readonly Condition?: Conditions;
}

export interface PolicyDocument {
  readonly Version: '2012-10-17';
  readonly Statement: readonly PolicyStatement[];
}

export const policyDocument = (...Statement: PolicyStatement[]): PolicyDocument => ({ Version: '2012-10-17', Statement });

/**
 * The document without white space: it counts against the quotas when saved through the API. Variables of IAM get a second
 * dollar sign, which keeps Terraform from reading them as its own.
 */
export const minify = (document: PolicyDocument): string => JSON.stringify(document).replaceAll(/\$\{(?=[\w-]+:)/g, '$$$${');
