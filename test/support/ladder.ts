import { loadBlueprint } from '../../config/load';
import { eventOf, type LadderStep, ladder } from '../../tools/detections/coverage';
import { exampleIds, exampleInput } from '../fixtures/example';
import { synth } from './synth';

// biome-ignore lint/suspicious/noExplicitAny: JSON of others
type Json = any;

/** The example organization on every step of the ladder. */
export const exampleLadder = (): LadderStep[] =>
  ladder(loadBlueprint(exampleInput(), exampleIds()).blueprint, ({ detection }) => synth({ ...exampleInput(), detection }, exampleIds()));

const GLOBAL = ['iam.amazonaws.com', 'organizations.amazonaws.com', 'signin.amazonaws.com', 'account.amazonaws.com'];
/** A record of others as if it had happened in an account of ours. */
export const boundRecord = (detail: Json, account: string): Json => ({
  ...detail,
  recipientAccountId: account,
  awsRegion: GLOBAL.includes(detail.eventSource) ? 'us-east-1' : 'eu-west-1',
  eventCategory: detail.eventCategory ?? 'Management',
});

/** Alerts that one event is enough for. */
export const alertsOn = ({ alerting }: LadderStep, record: Json): string[] =>
  alerting
    .on(eventOf(record))
    .filter(({ threshold }) => threshold === 1)
    .map(({ name }) => name);

/** Alarms that count such events, but for the one on denials of all kinds. */
export const countedOn = ({ alerting }: LadderStep, record: Json): string[] =>
  alerting
    .on(eventOf(record))
    .filter(({ threshold, name }) => threshold > 1 && name !== 'platform-unauthorized-calls')
    .map(({ name }) => `${name} (counts)`);
