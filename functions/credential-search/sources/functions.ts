import { type FunctionConfiguration, ListFunctionsCommand } from '@aws-sdk/client-lambda';
import { textsOf } from '../decode';
import type { Source } from '../source';

/** Environment of AWS Lambda functions, in every version: whoever may list functions reads it. */
export const functions: Source<FunctionConfiguration> = {
  list: async ({ lambda }, page) => {
    const { Functions = [], NextMarker } = await lambda.send(new ListFunctionsCommand({ FunctionVersion: 'ALL', MaxItems: 50, Marker: page }));
    return { items: Functions, next: NextMarker };
  },
  read: async (_clients, { FunctionArn = '', Environment }) => {
    const resource = { type: 'AwsLambdaFunction', id: FunctionArn };
    // Under a key that does not open for this role.
    if (Environment?.Error) return [{ ...resource, part: 'environment', texts: undefined }];
    return Object.entries(Environment?.Variables ?? {}).map(([name, value]) => ({ ...resource, part: `variable ${name}`, texts: textsOf(`${name}=${value}`) }));
  },
};
