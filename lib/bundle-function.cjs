// Bundles the TypeScript of a Lambda function into a zip: the same bytes on every machine, so that a plan changes nothing
// where no source did. Run by lib/function-code.ts in a process of its own, only when no zip of these sources is kept.
'use strict';
const fs = require('node:fs');
const path = require('node:path');
const { buildSync } = require('esbuild');
const { strToU8, zipSync } = require('fflate');

const [root, entry, output] = process.argv.slice(2);
const { outputFiles } = buildSync({
  entryPoints: [entry],
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node22',
  write: false,
  minifyWhitespace: true, // names stay for stack traces
  legalComments: 'none',
  external: ['@aws-sdk/*'], // in the runtime
  logLevel: 'error',
});
// A zip keeps the local time of each file: the earliest that the format knows, in every time zone.
const zip = zipSync({ 'index.js': [strToU8(outputFiles[0].text), { level: 9, mtime: new Date(1980, 0, 1), os: 3, attrs: 0o644 << 16 }] });
fs.mkdirSync(path.dirname(output), { recursive: true });
fs.writeFileSync(`${output}.${process.pid}`, zip);
fs.renameSync(`${output}.${process.pid}`, output);
