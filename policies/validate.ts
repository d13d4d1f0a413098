import type { PolicyDocument } from './policy-document';

const OPERATORS =
  /^(ForAnyValue:|ForAllValues:)?(String(Not)?(Equals|EqualsIgnoreCase|Like)|Numeric(Not)?Equals|Numeric(LessThan|GreaterThan)(Equals)?|Date(Not)?Equals|Date(LessThan|GreaterThan)(Equals)?|Bool|BinaryEquals|(Not)?IpAddress|Arn(Not)?(Equals|Like)|Null)(IfExists)?$/;
const ACTION = /^(\*|[a-z0-9-]+:[A-Za-z0-9*?]+)$/;

/**
 * Mistakes that AWS would refuse or that an evaluator passes over in silence (an unknown operator in a Deny never matches).
 * @param kind scp: no Principal allowed
 * @returns a line for each mistake
 */
export function validate(document: PolicyDocument, kind: 'scp' | 'identity' | 'resource'): string[] {
  const seen = new Set<string>();
  return document.Statement.flatMap((statement) => {
    const lines: string[] = [];
    const { Sid, Action, NotAction, Principal, Condition = {} } = statement;
    if (!/^[A-Za-z0-9]+$/.test(Sid)) lines.push(`${Sid}: a Sid has letters and digits only`);
    if (seen.has(Sid)) lines.push(`${Sid}: stands twice`);
    seen.add(Sid);
    if (kind !== 'resource' && Principal !== undefined) lines.push(`${Sid}: has a Principal`);
    const actions = [Action ?? NotAction ?? []].flat();
    if (actions.length === 0) lines.push(`${Sid}: has no action`);
    for (const action of actions) if (!ACTION.test(action)) lines.push(`${Sid}: ${action} is no action`);
    for (const [operator, keys] of Object.entries(Condition)) {
      if (!OPERATORS.test(operator)) lines.push(`${Sid}: ${operator} is no condition operator`);
      for (const [key, value] of Object.entries(keys)) if ([value].flat().length === 0) lines.push(`${Sid}: ${key} has no value`);
    }
    return lines;
  });
}
