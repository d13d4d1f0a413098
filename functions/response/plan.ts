import type { Target } from './incident';
import { blockBucket } from './plan/block-bucket';
import { blockPublicAccess } from './plan/block-public-access';
import { closeGroup, closeGroupsOfList } from './plan/close-group';
import { disableKey } from './plan/disable-key';
import { isolateInstance } from './plan/isolate-instance';
import { quarantineAccount } from './plan/quarantine-account';
import { quarantineObject } from './plan/quarantine-object';
import { restoreDetection } from './plan/restore-detection';
import { restoreRecording } from './plan/restore-recording';
import { revokeSessions } from './plan/revoke-sessions';
import { nothing, type Plan, type World } from './step';

type Planner<Kind extends Target['kind']> = (world: World, target: Extract<Target, { kind: Kind }>) => Promise<Plan>;
const PLANNERS: { readonly [Kind in Target['kind']]: Planner<Kind> } = {
  'access-key': disableKey,
  role: revokeSessions,
  instance: isolateInstance,
  object: quarantineObject,
  bucket: blockBucket,
  'security-group': closeGroup,
  'prefix-list': closeGroupsOfList,
  trail: restoreRecording,
  recorder: restoreRecording,
  detector: restoreDetection,
  hub: restoreDetection,
  account: (world) => (world.incident.family === 'root-use' ? quarantineAccount(world) : blockPublicAccess(world)),
  nothing: async (_world, { what }) => nothing(what),
};

export const planFor = (world: World): Promise<Plan> =>
  (PLANNERS[world.incident.target.kind] as unknown as Planner<never>)(world, world.incident.target as never);
