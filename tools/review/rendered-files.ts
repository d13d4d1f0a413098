import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TerraformJson } from '../synthesis/synthesize';
import { filesBelow } from '../synthesis/write';

/** Path below rendered/ -> text. */
export type RenderedFiles = ReadonlyMap<string, string>;

export function renderedIn(folder: string): RenderedFiles {
  const rendered = join(folder, 'rendered');
  return new Map(
    filesBelow(rendered)
      .filter((path) => /\.(md|json)$/.test(path))
      .map((path) => [path, readFileSync(join(rendered, path), 'utf8')]),
  );
}

/** Stack id -> its Terraform JSON. */
export function documentsIn(files: RenderedFiles): Map<string, TerraformJson> {
  return new Map([...files].flatMap(([path, text]) => (/^[^/]+\.tf\.json$/.test(path) ? [[path.slice(0, -'.tf.json'.length), JSON.parse(text)]] : [])));
}
