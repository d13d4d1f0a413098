'use strict';
// Finds AWS keys and other secrets in blobs of git's index, for the pre-commit hook and for the check in CI.
// The rules and their options stand in .secretlintrc.json, exceptions for whole files in .secretlintignore.
const { execFileSync } = require('node:child_process');
const { existsSync, readFileSync } = require('node:fs');
const { join, resolve } = require('node:path');

const packageRoot = resolve(__dirname, '../..');
const SUBMODULE = '160000';
// Blobs per `git cat-file` process: few processes for many files, yet never the whole repository in memory.
const BATCH = 200;

class CannotCheck extends Error {}

/** GIT_INDEX_FILE (the temporary index of `git commit -a` and `git commit FILE`) reaches git by the environment. */
function git(cwd, args, input) {
  try {
    return execFileSync('git', args, { cwd, input, maxBuffer: Number.POSITIVE_INFINITY, stdio: 'pipe' });
  } catch (error) {
    const reason = String(error.stderr || error.message).trim();
    throw new CannotCheck(`git ${args[0]}: ${reason}; run it by hand in ${cwd} and repair what it complains about`);
  }
}

const topLevel = () =>
  git(process.cwd(), ['rev-parse', '--show-toplevel'])
    .toString()
    .replace(/\r?\n$/, '');
const splitNul = (output) => output.toString().split('\0').slice(0, -1);

/** secretlint applies .secretlintignore only to files it finds itself; git knows the same pattern syntax. */
function withoutIgnored(top, files) {
  const ignoreFile = join(packageRoot, '.secretlintignore');
  const ignored = existsSync(ignoreFile) ? splitNul(git(top, ['ls-files', '--cached', '--ignored', '-z', `--exclude-from=${ignoreFile}`])) : [];
  const skip = new Set(ignored);
  return files.filter((file) => file.mode !== SUBMODULE && !skip.has(file.path));
}

/** Yields each file with the content of its blob. */
function* contents(top, files) {
  for (let start = 0; start < files.length; start += BATCH) {
    const batch = files.slice(start, start + BATCH);
    const output = git(top, ['cat-file', '--batch'], batch.map((file) => `${file.blob}\n`).join(''));
    let at = 0;
    for (const file of batch) {
      const endOfHeader = output.indexOf('\n', at);
      const header = output.toString('utf8', at, endOfHeader);
      const size = Number(header.split(' ')[2]);
      if (!Number.isInteger(size)) {
        throw new CannotCheck(`${file.path}: its content is not in the repository, git says "${header}"; run git fsck`);
      }
      at = endOfHeader + 1;
      yield { path: file.path, content: output.subarray(at, at + size) };
      at += size + 1;
    }
  }
}

/** undefined for a binary file. Windows PowerShell's `>` writes UTF-16, which git takes for binary: a key file can look so. */
function asText(content) {
  if (content[0] === 0xff && content[1] === 0xfe) return content.toString('utf16le');
  // git's own test for binary: a NUL in the first 8000 bytes.
  return content.subarray(0, 8000).includes(0) ? undefined : content.toString('utf8');
}

/**
 * secretlint's AWS rule wants a word boundary behind a secret access key and so misses the 3 % that end in
 * "/" or "+". A letter in place of that last character lets the rule see them; lines and columns stay as they are.
 */
const endInLetter = (text) => text.replace(/(?<![A-Za-z0-9/+])([A-Za-z0-9/+]{39})[/+](?![A-Za-z0-9/+=])/g, '$1A');

async function loadLinter() {
  const config = join(packageRoot, '.secretlintrc.json');
  let configFileJSON;
  try {
    configFileJSON = JSON.parse(readFileSync(config, 'utf8'));
  } catch (error) {
    throw new CannotCheck(`${config}: ${error.message}; restore it with git checkout -- .secretlintrc.json`);
  }
  const engineOptions = { configFileJSON, cwd: packageRoot, formatter: 'json', color: false, maskSecrets: true };
  try {
    const { runSecretLint } = await import('secretlint');
    const lint = async (path, text) => {
      const cliOptions = { stdinContent: endInLetter(text), stdinFileName: path };
      const { stdout } = await runSecretLint({ cliOptions, engineOptions });
      return JSON.parse(stdout)[0].messages;
    };
    await lint('probe.txt', ''); // loads the rule packages, so that a missing one is reported here
    return lint;
  } catch (error) {
    const reasons = [error, ...(error.errors ?? [])].map((each) => each.message.trim().split('\n')[0]);
    throw new CannotCheck(`secretlint cannot be loaded from ${packageRoot} (${reasons.join('; ')}); run npm ci there`);
  }
}

// A path may hold a newline; quoted, a finding stays on one line.
const printable = (path) => (/[\p{Cc}"]/u.test(path) ? JSON.stringify(path) : path);

/** Returns one line per finding, and how many files were checked and how many skipped as binary. */
async function findSecrets(top, listed) {
  const result = { findings: [], checked: 0, binary: 0 };
  const files = withoutIgnored(top, listed);
  if (files.length === 0) return result;
  const lint = await loadLinter();
  for (const { path, content } of contents(top, files)) {
    const text = asText(content);
    if (text === undefined) {
      result.binary += 1;
      continue;
    }
    result.checked += 1;
    for (const found of await lint(path, text)) {
      const rule = found.ruleId.replace('@secretlint/secretlint-rule-', '');
      result.findings.push(`${printable(path)}:${found.loc.start.line}: ${rule}: ${found.message}`);
    }
  }
  return result;
}

const WHAT_TO_DO = `What to do:
  A secret: take it out of the file, then \`git add\` the file again. If it was ever pushed, sent or logged, removing
    it is not enough: make a new key, deactivate and delete the old one, and read CloudTrail for what it was used for.
  Not a secret: write \`secretlint-disable-next-line\` in a comment on the line above. JSON has no comments: list the
    exact value under "allows" of the rule in .secretlintrc.json. Either way the exception is seen in review.`;

/** Prints the findings to standard error. Any other end than "checked and clean" is exit code 1. */
async function run(list, { aborted, clean }) {
  try {
    const top = topLevel();
    const { findings, checked, binary } = await findSecrets(top, list(top));
    if (findings.length > 0) {
      console.error([...findings, '', `${aborted}: secrets found, ${findings.length}.`, WHAT_TO_DO].join('\n'));
      process.exitCode = 1;
    } else if (clean) {
      console.log(`${clean}: files checked ${checked}, binary files skipped ${binary}.`);
    }
  } catch (error) {
    // A check that could not run must not look like one that passed.
    console.error(`${aborted}: ${error instanceof CannotCheck ? error.message : error.stack}`);
    process.exitCode = 1;
  }
}

module.exports = { git, splitNul, run };
