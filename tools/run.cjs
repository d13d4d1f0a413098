#!/usr/bin/env node
// Runs a tool of this folder: `node tools/run.cjs synth --help`. The tools are TypeScript; they are bundled once.
'use strict';
const fs = require('node:fs');
const Module = require('node:module');
const path = require('node:path');
const vm = require('node:vm');

const root = path.resolve(__dirname, '..');
// npm only warns of it, and what follows would fail in words of its own.
const { node: wanted } = require('../package.json').engines;
const [have, least] = [process.versions.node, wanted.replace('>=', '')].map((version) => version.split('.').map(Number));
if (have[0] < least[0] || (have[0] === least[0] && have[1] < (least[1] ?? 0))) {
  console.error(`Node.js is too old, got ${process.versions.node}; install ${wanted.replace('>=', '')} or later`);
  process.exit(1);
}
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
// The SDK warns on Node 20 that its versions of 2027 will not run there. Ours are pinned, and an upgrade is reviewed; no other warning is switched off.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
globalThis.blueprintRoot = root; // a bundle lies elsewhere: it cannot tell the project's folder from its own path
// `npm run quotas | head` ends when head has read enough: no crash.
process.stdout.on('error', (error) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});
try {
  load(require('./bundle.cjs').bundle(root, path.join(__dirname, 'commands', `${name}.ts`)));
} catch (error) {
  console.error(error.errors ? error.message : error);
  process.exit(1);
}

/** Runs a bundle with the code that V8 compiled the last time: compiling is a fifth of a warm synthesis. */
function load(file) {
  const cacheFile = `${file}.v8`;
  const cachedData = fs.existsSync(cacheFile) ? fs.readFileSync(cacheFile) : undefined;
  const script = new vm.Script(Module.wrap(fs.readFileSync(file, 'utf8')), { filename: file, cachedData });
  if (!cachedData || script.cachedDataRejected) {
    process.on('exit', () => {
      fs.writeFileSync(`${cacheFile}.${process.pid}`, script.createCachedData());
      fs.renameSync(`${cacheFile}.${process.pid}`, cacheFile);
    });
  }
  const module = { exports: {} };
  script.runInThisContext().call(module.exports, module.exports, Module.createRequire(file), module, file, path.dirname(file));
}
