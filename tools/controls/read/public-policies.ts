import { directoryOf } from '../../synthesis/directory';
import { policyDocumentsIn } from '../../synthesis/policy-documents';
import { principalMistake, principalsOf } from '../../synthesis/principals';
import type { Violation } from '../check';
import type { Estate } from '../estate';
import { wrong } from './resources';

/** Types with a policy of their own that names principals. */
export const POLICY_TYPES = /^aws_(\w+_policy|kms_key|sns_topic|sqs_queue|vpc_endpoint|lambda_permission|cloudwatch_event_permission)$/;

/** Policies of resources of some types that let everybody in without a condition which keeps it in the organization. */
export function openPolicies(estate: Estate, types: readonly string[]): Violation[] {
  const directory = directoryOf(estate.blueprint);
  return estate.of(...types).flatMap((resource) =>
    policyDocumentsIn(resource)
      .filter(({ kind }) => kind === 'resource')
      .flatMap((policy) =>
        policy.statements
          .filter(({ Effect }) => Effect === 'Allow')
          .filter((statement) =>
            principalsOf(statement).some(
              ([kind, principal]) =>
                kind === 'AWS' &&
                principal === '*' &&
                principalMistake(policy, statement, kind, principal, { directory, document: estate.documents.get(resource.stack) }),
            ),
          )
          .map(({ Sid }) => wrong(resource, `${Sid ?? 'a statement'} lets everybody in`)),
      ),
  );
}
