// Times synthesis against a floor: a process that loads cdktf and the same provider classes and writes the same files.
// Prints the median of ten runs of both, and the time with a cold bundle cache.
'use strict';
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

const root = path.resolve(__dirname, '..');
const RUNS = 10;
const work = fs.mkdtempSync(path.join(os.tmpdir(), 'blueprint-bench-'));
const out = path.join(work, 'out');
const files = (folder) =>
  fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
const milliseconds = (...args) => {
  const started = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return performance.now() - started;
};
const median = (measure) => Array.from({ length: RUNS }, measure).sort((a, b) => a - b)[RUNS / 2];

try {
  const entry = [path.join(root, 'tools', 'run.cjs'), 'synth', '--out', out];
  fs.rmSync(path.join(root, 'node_modules', '.cache', 'aws-security-blueprint'), { recursive: true, force: true });
  const cold = milliseconds(...entry);
  const sources = ['lib', 'modules', 'stacks'].flatMap((folder) => files(path.join(root, folder)));
  const classes = new Set(
    sources.flatMap((file) => [...fs.readFileSync(file, 'utf8').matchAll(/^import \{.*from '(@cdktf\/provider-aws\/lib\/[^']+)'/gm)].map((match) => match[1])),
  );
  const written = files(out);
  const floor = path.join(work, 'floor.cjs');
  fs.writeFileSync(
    floor,
    [
      "const fs = require('node:fs'), path = require('node:path');",
      `const load = require('node:module').createRequire(${JSON.stringify(path.join(root, 'package.json'))});`,
      `for (const name of ${JSON.stringify(['cdktf', ...classes])}) load(name);`,
      `for (const file of ${JSON.stringify(written)}) { const copy = file + '.floor'; fs.writeFileSync(copy, fs.readFileSync(file)); }`,
    ].join('\n'),
  );
  const floorTime = median(() => milliseconds(floor));
  const warm = median(() => {
    fs.rmSync(out, { recursive: true, force: true }); // write everything, as the floor does
    return milliseconds(...entry);
  });
  console.log(`floor ${floorTime.toFixed(0)} ms (cdktf, ${classes.size} provider classes, ${written.length} files)`);
  console.log(`synth ${warm.toFixed(0)} ms with a warm bundle cache: ${(warm / floorTime).toFixed(2)} x the floor`);
  console.log(`synth ${cold.toFixed(0)} ms with a cold bundle cache`);
  if (warm > 2 * floorTime) throw new Error('synthesis takes more than twice the floor; find what became slow');
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  fs.rmSync(work, { recursive: true, force: true });
}
