import { type FunctionConfiguration, GetFunctionConfigurationCommand, ListFunctionsCommand } from '@aws-sdk/client-lambda';
import { textsOf } from '../decode';
import { gone } from '../gone';
import { requested } from '../mentioned';
import type { Source } from '../source';

/** Environment of AWS Lambda functions, in every version: whoever may list functions reads it. */
export const functions: Source<FunctionConfiguration> = {
  list: async ({ lambda }, page) => {
    const { Functions = [], NextMarker } = await lambda.send(new ListFunctionsCommand({ FunctionVersion: 'ALL', MaxItems: 50, Marker: page }));
    return { items: Functions, next: NextMarker };
  },
  changed: async ({ lambda }, call) => {
    const FunctionName = requested(call, 'functionName');
    const found = FunctionName && (await gone(lambda.send(new GetFunctionConfigurationCommand({ FunctionName })), 'ResourceNotFoundException'));
    return found ? [found] : [];
  },
  read: async (_clients, { FunctionArn = '', Environment }) => {
    // A list of all versions says $LATEST, the answer about one function does not.
    const resource = { type: 'AwsLambdaFunction', id: FunctionArn.replace(/:\$LATEST$/, '') };
    // Under a key that does not open for this role.
    if (Environment?.Error) return [{ ...resource, part: 'environment', texts: undefined }];
    return Object.entries(Environment?.Variables ?? {}).map(([name, value]) => ({ ...resource, part: `variable ${name}`, texts: textsOf(`${name}=${value}`) }));
  },
};
