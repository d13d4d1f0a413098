import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Blueprint } from '../../config/blueprint';
import { main } from '../applying/command';
import { configFile, loadConfigFile, loadSource, projectRoot } from '../project';
import { type BaseTree, baseTree, defaultBase } from '../review/base-tree';
import { isChanged, renderReview } from '../review/render-review';
import { documentsIn, type RenderedFiles, renderedIn } from '../review/rendered-files';
import { review } from '../review/review';
import { type Verdict, type VerdictChanges, verdictChanges } from '../review/verdict-changes';
import { renderedFiles } from '../synthesis/output';
import { policyDocumentsIn } from '../synthesis/policy-documents';
import { resourcesIn } from '../synthesis/resources-in';
import { synthesize, type TerraformJson } from '../synthesis/synthesize';
import { toolCommand } from '../tool-command';

interface Corpora {
  readonly verdicts: (blueprint: Blueprint, documents: ReadonlyMap<string, TerraformJson>) => Promise<Map<string, Verdict>>;
}
const CORPORA = 'test/corpora/verdicts.ts';

const command = toolCommand('review')
  .description('Says in words what a change of the configuration or of the code does: what is lost, who may do more, what it costs, which resources change.')
  .option('--base <commit or folder>', 'what to compare with (default: where this branch left the main branch)')
  .option('--config <file>', 'configuration file (default: BLUEPRINT_CONFIG or blueprint.config.ts)')
  .option('--all', 'print every line')
  .option('--json', 'print JSON')
  .addHelpText('after', '\nPrints Markdown. Exit code: 0 compared, whatever was found, 1 error. Nothing is written.');

void main(async () => {
  command.parse();
  const options = command.opts<{ base?: string; config?: string; all?: boolean; json?: boolean }>();
  const file = configFile(options.config);
  const { blueprint } = loadConfigFile(file);
  const synthesis = synthesize(blueprint, tmpdir());
  const base = baseTree(projectRoot(), options.base ?? defaultBase(projectRoot()));
  try {
    const [before, after] = [renderedIn(base.folder), renderedFiles(synthesis, join(base.folder, 'none'), () => true)];
    const { verdicts, unevaluated } = await evaluated(base, before, after, blueprint);
    const found = review(before, after, verdicts);
    if (options.json)
      console.log(
        JSON.stringify(
          { changed: isChanged(found), ...found, groups: found.groups.map((group) => ({ ...group, places: Object.fromEntries(group.places) })) },
          null,
          2,
        ),
      );
    else
      console.log(
        renderReview(found, {
          before: base.name,
          after: 'the configuration',
          accounts: new Map(Object.values(blueprint.accounts).map(({ id, name }) => [id, name])),
          most: options.all ? Number.POSITIVE_INFINITY : 25,
          ...(unevaluated ? { unevaluated } : {}),
        }),
      );
  } finally {
    base.dispose();
  }
});

/** Asks both sides the questions of the corpora, when a policy differs. */
async function evaluated(
  base: BaseTree,
  before: RenderedFiles,
  after: RenderedFiles,
  blueprint: Blueprint,
): Promise<{ verdicts?: VerdictChanges; unevaluated?: string }> {
  const [old, now] = [documentsIn(before), documentsIn(after)];
  if (policyTexts(old) === policyTexts(now)) return {};
  const source = loadSource<Corpora>(CORPORA);
  if (!source) return { unevaluated: `${CORPORA} is not here; run it in a whole checkout` };
  const former = formerBlueprint(base);
  if (typeof former === 'string') return { unevaluated: former };
  console.error('asking both sides the questions of test/corpora (a minute)');
  return { verdicts: verdictChanges(await source.verdicts(former, old), await source.verdicts(blueprint, now)) };
}

/** Accounts and units as they were. A configuration that this version of the schema refuses cannot be asked. */
function formerBlueprint({ folder, name }: BaseTree): Blueprint | string {
  const file = join(folder, 'blueprint.config.ts');
  if (!existsSync(file)) return `${name} has no blueprint.config.ts beside its rendered/`;
  try {
    return loadConfigFile(file).blueprint;
  } catch (error) {
    return `the configuration of ${name} does not fit this version: ${(error as Error).message.split('\n').slice(0, 3).join(' ')}`;
  }
}

function policyTexts(documents: ReadonlyMap<string, TerraformJson>): string {
  const policies = [...documents].flatMap(([stack, document]) => resourcesIn(stack, document).flatMap(policyDocumentsIn));
  return policies
    .map(({ path, statements }) => JSON.stringify([path, statements]))
    .sort()
    .join('\n');
}
