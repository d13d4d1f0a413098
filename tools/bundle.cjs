// Bundles a TypeScript file into one CommonJS file and keeps it, keyed by the content of every source that went into
// it. Loading a bundle takes a third of the time of compiling on the fly, so that `npm run synth` stays under a second.
'use strict';
const { createHash } = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');

const sha = (text) => createHash('sha256').update(text).digest('hex');

/** What changes every bundle: Node, the installed packages, and this file. */
function environmentKey(root) {
  const installed = path.join(root, 'node_modules', '.package-lock.json');
  const lock = fs.existsSync(installed) ? fs.statSync(installed) : undefined;
  return sha([process.version, lock ? `${lock.size} ${lock.mtimeMs}` : '', fs.readFileSync(path.join(root, 'tools', 'bundle.cjs'))].join('\n'));
}

/** The manifest's bundle when nothing that it was made of has changed. */
function fresh(manifestFile, environment) {
  try {
    const manifest = JSON.parse(fs.readFileSync(manifestFile, 'utf8'));
    if (manifest.environment !== environment || !fs.existsSync(manifest.output)) return undefined;
    for (const [file, digest] of Object.entries(manifest.inputs)) if (sha(fs.readFileSync(file)) !== digest) return undefined;
    return manifest.output;
  } catch {
    return undefined; // no manifest, or a source is gone
  }
}

/**
 * @param {string} root the project's folder
 * @param {string} entry absolute path of a TypeScript file
 * @returns {string} absolute path of a CommonJS bundle of it
 * @throws {Error} with esbuild's messages when a source does not compile
 */
function bundle(root, entry) {
  const cache = path.join(root, 'node_modules', '.cache', 'aws-security-blueprint');
  const name = path.basename(entry).replace(/\W+/g, '-');
  const environment = environmentKey(root);
  const manifestFile = path.join(cache, `${name}-${sha(entry).slice(0, 12)}.json`);
  const known = fresh(manifestFile, environment);
  if (known) return known;

  if (process.stderr.isTTY) process.stderr.write(`compiling ${path.relative(root, entry)} (once for each change)\n`); // takes a second
  const result = require('esbuild').buildSync({
    entryPoints: [entry],
    absWorkingDir: root,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    write: false,
    metafile: true,
    minifyWhitespace: true, // half the bytes to read; names stay for stack traces
    legalComments: 'none',
    logLevel: 'silent',
    external: ['esbuild', '@aws-sdk/*', '@cloud-copilot/*'], // native, or only needed by some commands
    nodePaths: [path.join(root, 'node_modules')],
  });
  const code = result.outputFiles[0].text;
  const output = path.join(cache, `${name}-${sha(code).slice(0, 16)}.cjs`);
  // Packages are covered by the environment's key; hashing their thousands of lines again would cost more than it saves.
  const inputs = Object.keys(result.metafile.inputs)
    .map((file) => path.resolve(root, file))
    .filter((file) => !file.includes(`${path.sep}node_modules${path.sep}`));
  fs.mkdirSync(cache, { recursive: true });
  writeAtomically(output, code);
  writeAtomically(manifestFile, JSON.stringify({ environment, output, inputs: Object.fromEntries(inputs.map((file) => [file, sha(fs.readFileSync(file))])) }));
  return output;
}

function writeAtomically(file, content) {
  const draft = `${file}.${process.pid}`;
  fs.writeFileSync(draft, content);
  fs.renameSync(draft, file);
}

module.exports = { bundle };
