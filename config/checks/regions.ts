import type { AccountIds } from '../account-ids';
import { GLOBAL_REGION, OPT_IN_REGIONS } from '../aws-regions';
import type { Mistake } from '../config-error';
import type { Loose } from '../cross-field-checks';
import { entriesOf, listOf, textOf } from './loose';

export function regionMistakes(input: Loose, _ids: AccountIds): Mistake[] {
  const home = textOf(input?.regions?.home);
  const additional: string[] = listOf(input?.regions?.additional);
  const enabled = [...new Set([home, ...additional, GLOBAL_REGION])];
  const mistakes: Mistake[] = [];
  additional.forEach((name, index) => {
    if (name === home) mistakes.push({ path: `regions.additional.${index}`, message: 'is listed twice; remove it', value: name });
  });
  if (home && OPT_IN_REGIONS.includes(home)) {
    mistakes.push({
      path: 'regions.home',
      message: 'must be a region that every new account has from the start; choose one that needs no opt-in',
      value: home,
    });
  }
  for (const { path, value } of entriesOf(input?.dataClasses, 'dataClasses')) {
    listOf(value?.additionalRegions).forEach((entry, index) => {
      const name = entry?.region ?? entry;
      if (textOf(name) && (!enabled.includes(name) || name === home)) {
        mistakes.push({
          path: `${path}.additionalRegions.${index}`,
          message: `must be an enabled region besides home (${enabled.slice(1).join(', ')}); add it to regions.additional`,
          value: name,
          against: 'regions',
        });
      }
    });
  }
  for (const { path, value } of entriesOf(input?.access?.permissionSets, 'access.permissionSets')) {
    listOf(value?.regions).forEach((name, index) => {
      if (textOf(name) && !enabled.includes(name)) {
        mistakes.push({
          path: `${path}.regions.${index}`,
          message: `must be an enabled region (${enabled.join(', ')}); add it to regions.additional or remove it`,
          value: name,
          against: 'regions',
        });
      }
    });
  }
  if (input?.foundation === 'control-tower') {
    mistakes.push({
      path: 'foundation',
      message: "is not built yet for control-tower; use 'organizations', or wait for a release that says so in CHANGELOG.md",
      value: input.foundation,
    });
  }
  return mistakes;
}
