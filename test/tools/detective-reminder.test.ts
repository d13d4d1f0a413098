import { loadBlueprint } from '../../config/load';
import { detectiveReminder } from '../../tools/detective-reminder';
import { exampleIds, exampleInput } from '../fixtures/example';

const reminder = (detection: 'native' | 'centralized' | 'correlated' | 'deception', regions: readonly string[], ids = exampleIds()) => {
  const input = exampleInput();
  input.detection = detection;
  const graphs = regions.map((region) => [region, `arn:aws:detective:${region}:333333333333:graph:0123456789abcdef0123456789abcdef`]);
  input.accounts.security.existing = { detectiveGraphs: Object.fromEntries(graphs) };
  return detectiveReminder(loadBlueprint(input, ids).blueprint);
};

it.each(['correlated', 'deception'] as const)('%s: names the regions whose graph is not entered, and the command that prints it', (step) => {
  expect(reminder(step, ['eu-west-1'])).toBe(
    'DETECTIVE: accounts.security.existing.detectiveGraphs names no graph of eu-central-1, us-east-1: Detective sees the security account alone there. AWS names the graphs when `org` is applied; then `npm run doctor -- management` (or security) prints the lines (docs/detection.md)',
  );
});

it('is silent when all are entered, below the step, and while the account has no id', () => {
  expect(reminder('correlated', ['eu-west-1', 'eu-central-1', 'us-east-1'])).toBeUndefined();
  expect(reminder('native', [])).toBeUndefined();
  expect(reminder('centralized', [])).toBeUndefined();
  expect(reminder('correlated', [], { ...exampleIds(), accounts: {} })).toBeUndefined();
});
