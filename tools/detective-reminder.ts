import { accountNamed, type Blueprint } from '../config/blueprint';
import { includesStep } from '../config/detection-steps';
import { placeholdersIn } from '../config/placeholders';

/**
 * The one id that a person enters between two applies. Without it nothing fails and no plan shows anything, so that nobody would notice:
 * said by synthesis, and by plan and apply of `security`.
 */
export function detectiveReminder(blueprint: Blueprint): string | undefined {
  const { id, existing } = accountNamed(blueprint, 'security');
  if (!includesStep(blueprint.detection, 'correlated') || placeholdersIn(id).length > 0) return undefined;
  const missing = blueprint.regions.enabled.filter((region) => existing.detectiveGraphs[region] === undefined);
  if (missing.length === 0) return undefined;
  return `DETECTIVE: accounts.security.existing.detectiveGraphs names no graph of ${missing.join(', ')}: Detective sees the security account alone there. AWS names the graphs when \`org\` is applied; then \`npm run doctor -- management\` (or security) prints the lines (docs/detection.md)`;
}
