import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { createTwoFilesPatch } from 'diff';
import { main } from '../applying/command';
import { renderControls, requirementLines } from '../controls/render-controls';
import { REQUIREMENT_ROWS } from '../controls/requirement-row';
import { projectRoot } from '../project';

const command = new Command('npm run controls --')
  .description('Writes docs/controls.md: which requirement is met where, and which test proves it.')
  .option('--check', 'write nothing; fail with a diff when docs/controls.md is stale');

void main(async () => {
  const { check } = command.parse().opts<{ check?: boolean }>();
  const file = join(projectRoot(), 'docs/controls.md');
  const page = renderControls(readFileSync(join(projectRoot(), 'tools/controls/page.md'), 'utf8'), { requirements: requirementLines(REQUIREMENT_ROWS) });
  if (!check) writeFileSync(file, page);
  else if (readFileSync(file, 'utf8') !== page) {
    console.log(createTwoFilesPatch('docs/controls.md (committed)', 'docs/controls.md (generated)', readFileSync(file, 'utf8'), page, '', '', { context: 0 }));
    throw new Error('docs/controls.md: is stale (diff above); run `npm run controls` and commit the result');
  }
  const of = (state: string) => REQUIREMENT_ROWS.filter((row) => row.state === state).length;
  console.error(`docs/controls.md: ${REQUIREMENT_ROWS.length} requirements, ${of('done')} done, ${of('part')} in part, ${of('open')} open`);
});
