import { conditionValues } from './statement-conditions';
import type { TerraformJson } from './synthesize';
import { referenceIn } from './terraform-reference';

/** Without the audience any client of the provider, without the subject any of its users gets in: for a code host, everybody's repository. */
export function federatedMistake(statement: TerraformJson, principal: string, document: TerraformJson): string | undefined {
  const reference = referenceIn(principal);
  if (
    !reference ||
    !['aws_iam_openid_connect_provider', 'aws_iam_saml_provider'].includes(reference.type) ||
    !(reference.name in (document.resource?.[reference.type] ?? {}))
  ) {
    return 'is no identity provider of the same state; refer to its arn';
  }
  if (statement.Effect === 'Deny') return undefined;
  const audience = conditionValues(statement).some(
    ({ key, positive, values }) => positive && /:aud$/.test(key) && values.every((value) => !/[*?]/.test(value)),
  );
  if (!audience) return 'is trusted for any audience; add StringEquals ISSUER:aud';
  if (reference.type === 'aws_iam_saml_provider') return undefined;
  const subject = conditionValues(statement).some(({ key, positive, values }) => positive && /:sub$/.test(key) && values.every(isOneSubject));
  return subject ? undefined : 'is trusted for any subject; add StringEquals ISSUER:sub with the repository and its deployment environment';
}

/** Not `*`, `repo:*`, `repo:owner/*`: no wildcard up to the end of the repository's name. */
const isOneSubject = (value: string): boolean =>
  value
    .split(':')
    .slice(0, 2)
    .every((part) => part !== '' && !/[*?]/.test(part));
