import { InvokeCommand } from '@aws-sdk/client-lambda';
import { clientsOf } from './clients';
import type { SearchEvent } from './event';
import { Search } from './search';
import { searchChange } from './search-change';
import type { World } from './world';

/** The part of AWS Lambda's context that is used. */
interface Context {
  readonly invokedFunctionArn: string;
  readonly getRemainingTimeInMillis: () => number;
}

/** Entry of the Lambda function. Its settings come with each event: a function without an environment needs no key for it. */
export async function handler(event: SearchEvent, context: Context): Promise<void> {
  const [, , , home = '', account = ''] = context.invokedFunctionArn.split(':');
  const world: World = {
    account,
    home,
    clients: clientsOf,
    remaining: () => context.getRemainingTimeInMillis(),
    goOn: async (rest) => {
      await clientsOf(home).lambda.send(
        new InvokeCommand({ FunctionName: context.invokedFunctionArn, InvocationType: 'Event', Payload: Buffer.from(JSON.stringify(rest)) }),
      );
    },
    now: () => new Date(),
    log: (line) => console.log(JSON.stringify(line)),
  };
  await (event.call ? searchChange(event.call, event, world) : new Search(event, world).run());
}
