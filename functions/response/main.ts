import { clientsOf } from './clients';
import { type Failures, handle, type QueueBatch } from './handle';
import { type Log, Responder } from './respond';
import { settingsFrom } from './settings';

const settings = settingsFrom(process.env);
const log: Log = (line) => console.log(JSON.stringify(line));
const responder = new Responder(settings, clientsOf(settings), log);

/** Entry of the Lambda function. */
export const handler = (batch: QueueBatch): Promise<Failures> => handle(batch, responder, log);
