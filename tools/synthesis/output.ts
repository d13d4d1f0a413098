import { accessSync, constants, existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createTwoFilesPatch } from 'diff';
import { reachabilitySections, renderReachability } from '../reach/render-reachability';
import { GUARDRAILS_STACK } from './guardrails';
import { rowsOf } from './markdown-table';
import { render, renderInventory } from './render';
import { renderDataAccess } from './render-data-access';
import { renderGuardrails } from './render-guardrails';
import { renderTrusts, trustRows } from './render-trusts';
import type { StatefulInventory } from './stateful-inventory';
import type { Synthesis } from './synthesize';
import { filesBelow, removeFile, writeFile } from './write';

/** Writes OUT/stacks/STACK/cdk.tf.json with the files that it names, and OUT/manifest.json. Folders keep what terraform put into them. */
export function writeStacks(synthesis: Synthesis, out: string, selected: (stack: string) => boolean): void {
  for (const [stack, text] of synthesis.files) if (selected(stack)) writeFile(join(out, 'stacks', stack, 'cdk.tf.json'), text);
  for (const [path, content] of synthesis.assets) if (selected(path.slice(0, path.indexOf('/')))) writeFile(join(out, 'stacks', path), content);
  writeFile(join(out, 'manifest.json'), synthesis.manifest);
  for (const path of filesBelow(join(out, 'stacks')).filter((file) => file.endsWith('/cdk.tf.json'))) {
    const stack = path.slice(0, -'/cdk.tf.json'.length);
    if (!synthesis.files.has(stack) && !stack.includes('/')) rmSync(join(out, 'stacks', path)); // a stack that left the configuration
  }
}

const RESTORE = 'restore it from the branch that is applied (`git checkout BRANCH -- rendered/stateful.json`) and run `npm run synth` again';

/**
 * The inventory as it was committed; empty when nothing is rendered yet.
 * @throws Error when it is gone or broken while stacks are there: without it a loss would be seen by nobody
 */
export function readInventory(rendered: string): StatefulInventory {
  const path = join(rendered, 'stateful.json');
  if (existsSync(rendered) && !statSync(rendered).isDirectory()) throw new Error(`rendered/: is no folder, got ${rendered}; move the file away`);
  if (!existsSync(path)) {
    if (!filesBelow(rendered).some((file) => file.endsWith('.tf.json'))) return {};
    throw new Error(`rendered/stateful.json: is missing beside stacks, got nothing to tell from whether something is lost; ${RESTORE}`);
  }
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as StatefulInventory;
  } catch (error) {
    throw new Error(`rendered/stateful.json: is not JSON, as after a merge that is not resolved, got ${(error as Error).message.split('\n')[0]}; ${RESTORE}`);
  }
}

/** @throws Error before anything is written, when a folder below cannot take files */
export function requireWritable(rendered: string): void {
  const writable = (folder: string): void => {
    try {
      mkdirSync(folder, { recursive: true });
      accessSync(folder, constants.W_OK);
    } catch (error) {
      throw new Error(`rendered/: cannot be written, got ${(error as NodeJS.ErrnoException).code} for ${folder}; make it a folder of yours`);
    }
  };
  writable(rendered);
  for (const folder of new Set(filesBelow(rendered).map(dirname))) writable(join(rendered, folder));
}

/** A page as it was committed; empty when there is none. */
function readPage(rendered: string, name: string): string {
  const path = join(rendered, name);
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

/** What rendered/ should hold: every file with its content, those of stacks that are not selected as they are now. */
export function renderedFiles(synthesis: Synthesis, rendered: string, selected: (stack: string) => boolean): Map<string, string> {
  const chosen = new Map([...synthesis.documents].filter(([stack]) => selected(stack)));
  const files = render(chosen);
  const before = readInventory(rendered);
  const after = Object.fromEntries(
    Object.entries(synthesis.inventory).flatMap(([stack, addresses]) =>
      selected(stack) ? [[stack, addresses]] : before[stack] ? [[stack, before[stack]]] : [],
    ),
  );
  files.set('stateful.json', renderInventory(after));
  const stacks = [...synthesis.files.keys()];
  const others = (stack: string) => !selected(stack) && stacks.includes(stack);
  const chosenOf = <T extends { readonly stack: string }>(all: readonly T[]): T[] => all.filter(({ stack }) => selected(stack));
  files.set('trusts.md', renderTrusts(chosenOf(synthesis.trusts), trustRows(readPage(rendered, 'trusts.md'), others), stacks));
  files.set('data-access.md', renderDataAccess(chosenOf(synthesis.dataAccess), rowsOf(readPage(rendered, 'data-access.md'), others), stacks));
  files.set('reachability.md', renderReachability(synthesis.documents, selected, reachabilitySections(readPage(rendered, 'reachability.md'))));
  // Of one stack: it stands as it is while others are rendered.
  if (synthesis.guardrails.length > 0 && selected(GUARDRAILS_STACK)) files.set('guardrails.md', renderGuardrails(synthesis.guardrails));
  return files;
}

/** Stack that a rendered file belongs to; undefined for what is none of ours. */
const stackOf = (path: string): string | undefined => /^(?:policies\/([^/]+)\/.+\.json|([^/]+)\.tf\.json)$/.exec(path)?.slice(1).find(Boolean);

/** Files below rendered/ that are stale: of a stack that is selected or gone. */
function staleFiles(files: ReadonlyMap<string, string>, synthesis: Synthesis, rendered: string, selected: (stack: string) => boolean): string[] {
  return filesBelow(rendered).filter((path) => {
    const stack = stackOf(path);
    return stack !== undefined && !files.has(path) && (selected(stack) || !synthesis.files.has(stack));
  });
}

export function writeRendered(synthesis: Synthesis, rendered: string, selected: (stack: string) => boolean): void {
  const files = renderedFiles(synthesis, rendered, selected);
  for (const path of staleFiles(files, synthesis, rendered, selected)) removeFile(join(rendered, path));
  for (const [path, content] of files) writeFile(join(rendered, path), content);
}

/** A readable diff between what is committed and what the configuration gives; empty when they agree. */
export function renderedDiff(synthesis: Synthesis, rendered: string, selected: (stack: string) => boolean): string {
  const files = renderedFiles(synthesis, rendered, selected);
  const wanted: [string, string][] = [...files, ...staleFiles(files, synthesis, rendered, selected).map((path): [string, string] => [path, ''])];
  return wanted
    .map(([path, content]) => {
      const present = existsSync(join(rendered, path)) ? readFileSync(join(rendered, path), 'utf8') : '';
      return present === content
        ? ''
        : createTwoFilesPatch(`rendered/${path} (committed)`, `rendered/${path} (from the configuration)`, present, content, '', '', { context: 2 });
    })
    .join('');
}
