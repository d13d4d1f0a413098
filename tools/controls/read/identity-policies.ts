import { policyDocumentsIn } from '../../synthesis/policy-documents';
import type { TerraformJson } from '../../synthesis/synthesize';
import type { Estate, Found } from '../estate';

export const IDENTITY_POLICIES = [
  'aws_iam_policy',
  'aws_iam_role_policy',
  'aws_iam_group_policy',
  'aws_iam_user_policy',
  'aws_ssoadmin_permission_set_inline_policy',
] as const;

/** Every statement that allows something, in policies of principals of some types. */
export function allowing(estate: Estate, types: readonly string[]): { readonly resource: Found; readonly statement: TerraformJson }[] {
  return estate
    .of(...types)
    .flatMap((resource) =>
      policyDocumentsIn(resource).flatMap(({ statements }) =>
        statements.filter(({ Effect }) => Effect === 'Allow').map((statement) => ({ resource, statement })),
      ),
    );
}

export const listOf = (value: TerraformJson): string[] => [value ?? []].flat();
