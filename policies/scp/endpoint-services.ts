/** Interface endpoint -> prefix of the actions that it serves, where the two differ. */
const PREFIXES: Readonly<Record<string, string>> = { 'ecr.api': 'ecr', 'ecr.dkr': 'ecr', monitoring: 'cloudwatch', ssmmessages: 'ssmmessages' };
/** Reached through gateway endpoints, which every network has. */
const GATEWAYS = ['dynamodb', 's3'];
/** Old SDKs call its global endpoint, past any VPC. */
const PAST_ENDPOINTS = ['sts'];

/** Actions that instances can only call through endpoints of their VPC. */
export const endpointActions = (interfaceEndpoints: readonly string[]): string[] =>
  [...new Set([...interfaceEndpoints.map((name) => PREFIXES[name] ?? name), ...GATEWAYS])]
    .filter((prefix) => !PAST_ENDPOINTS.includes(prefix))
    .sort()
    .map((prefix) => `${prefix}:*`);
