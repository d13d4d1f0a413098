'use strict';
// Aborts a commit that would record an AWS key or another secret: once pushed, a key has to be taken for known.
// Reads the staged blobs, not the work tree, because they can differ (`git add -p`, `git commit FILE`) and only
// the blobs end up in history. Run by .githooks/pre-commit, which install.cjs switches on.
const { git, run, splitNul } = require('./find-secrets.cjs');

/** What the commit would add or change. Without rename detection every entry has exactly one path. */
function stagedFiles(top) {
  const raw = splitNul(git(top, ['diff', '--cached', '--raw', '-z', '--no-abbrev', '--no-renames', '--no-relative', '--diff-filter=d']));
  const files = [];
  for (let i = 0; i + 1 < raw.length; i += 2) {
    const [, mode, , blob] = raw[i].split(' ');
    files.push({ mode, blob, path: raw[i + 1] });
  }
  return files;
}

run(stagedFiles, { aborted: 'pre-commit: the commit is aborted' });
