#!/usr/bin/env node
// Runs a tool of this folder: `node tools/run.cjs synth --help`. The tools are TypeScript; they are bundled once.
'use strict';
const fs = require('node:fs');
const path = require('node:path');

const root = path.resolve(__dirname, '..');
const [name = ''] = process.argv.splice(2, 1);
const tools = fs
  .readdirSync(path.join(__dirname, 'commands'))
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.slice(0, -3));
if (!tools.includes(name)) {
  console.error(`tools/run.cjs: there is no tool "${name}"; choose one of ${tools.join(', ')}`);
  process.exit(1);
}
try {
  require.resolve('esbuild', { paths: [root] });
} catch {
  console.error('node_modules is missing or incomplete; run `npm ci` first');
  process.exit(1);
}
globalThis.blueprintRoot = root; // a bundle lies elsewhere: it cannot tell the project's folder from its own path
try {
  require(require('./bundle.cjs').bundle(root, path.join(__dirname, 'commands', `${name}.ts`)));
} catch (error) {
  console.error(error.errors ? error.message : error);
  process.exit(1);
}
