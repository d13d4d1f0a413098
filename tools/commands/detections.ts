import { tmpdir } from 'node:os';
import type { Blueprint } from '../../config/blueprint';
import { DETECTION_STEPS } from '../../config/detection-steps';
import { main } from '../applying/command';
import { type Asked, coverageOf, ladder } from '../detections/coverage';
import { gapLines, replaced, summaryLines, techniqueLines } from '../detections/page';
import { readPage, writeOrCompare } from '../generated-page';
import { configFile, isDefaultConfig, loadConfigFile, loadSource } from '../project';
import { synthesizeUnchecked } from '../synthesis/synthesize';
import { toolCommand } from '../tool-command';

interface Corpora {
  readonly corpora: (blueprint: Blueprint) => { readonly attacks: Asked[]; readonly techniques: Asked[] };
}
const CORPORA = 'test/corpora/asked.ts';

const command = toolCommand('detections')
  .description(
    'Tells what denies or detects every attack of the corpora on each step of the ladder, from the synthesized JSON, and writes it into docs/detections.md.',
  )
  .option('--check', 'write nothing; fail with a diff when docs/detections.md is stale')
  .option('--gaps', 'print only what nothing denies and no alert surely tells, on the highest step')
  .option('--config <file>', 'configuration file (default: BLUEPRINT_CONFIG or blueprint.config.ts); another one is told, and writes no page');

void main(async () => {
  command.parse();
  const options = command.opts<{ check?: boolean; gaps?: boolean; config?: string }>();
  const config = configFile(options.config);
  const { blueprint } = loadConfigFile(config);
  const source = loadSource<Corpora>(CORPORA);
  if (!source) throw new Error(`detections: needs the corpora, got no ${CORPORA}; run it in a whole checkout`);
  const { attacks, techniques } = source.corpora(blueprint);
  const steps = ladder(blueprint, (changed) => synthesizeUnchecked(changed, tmpdir()));
  const coverage = (asked: readonly Asked[]) => asked.map((one) => coverageOf(one, steps));
  const [ofAttacks, ofTechniques] = [coverage(attacks), coverage(techniques)];
  const highest = DETECTION_STEPS.at(-1) as (typeof DETECTION_STEPS)[number];
  if (options.gaps) return void console.log(gapLines([...ofTechniques, ...ofAttacks], highest).join('\n'));
  const tables = {
    'techniques by step': summaryLines(ofTechniques),
    techniques: techniqueLines(ofTechniques),
    gaps: gapLines(ofTechniques, highest),
    'attacks by step': summaryLines(ofAttacks.map((one) => ({ ...one, asked: { ...one.asked, deniedBy: [] } }))),
    attacks: techniqueLines(ofAttacks),
  };
  if (!isDefaultConfig(config)) {
    console.log(
      Object.entries(tables)
        .flatMap(([name, lines]) => [`${name}:`, ...lines, ''])
        .join('\n'),
    );
    return;
  }
  const page = 'docs/detections.md';
  const after = Object.entries(tables).reduce((text, [name, lines]) => replaced(text, name, lines), readPage(page));
  writeOrCompare(page, after, options.check ?? false, 'npm run detections');
  if (!options.check) console.log(`docs/detections.md: ${techniques.length} techniques and ${attacks.length} attacks on ${DETECTION_STEPS.length} steps.`);
});
