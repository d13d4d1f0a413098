import { GetPublicAccessBlockCommand, PutPublicAccessBlockCommand } from '@aws-sdk/client-s3-control';
import { missing } from '../missing';
import { nothing, type Plan, step, type World } from '../step';
import { BLOCKED, isBlocked } from './block-bucket';

/** The account's own block, which stands above every bucket of the account. */
export async function blockPublicAccess({ here, incident: { account } }: World): Promise<Plan> {
  const { s3control } = await here();
  const block = await s3control.send(new GetPublicAccessBlockCommand({ AccountId: account })).catch(missing('NoSuchPublicAccessBlockConfiguration'));
  if (isBlocked(block?.PublicAccessBlockConfiguration)) return nothing();
  return step(`blocks public access to every bucket of account ${account}`, () =>
    s3control.send(new PutPublicAccessBlockCommand({ AccountId: account, PublicAccessBlockConfiguration: BLOCKED })),
  );
}
