'use strict';
// `npm run secrets`: the check of the pre-commit hook over every tracked file. CI runs it because the hook can be
// passed over (`git commit --no-verify`, a clone without `npm ci`, a merge made on the server).
const { git, run, splitNul } = require('./find-secrets.cjs');

/** As they stand in the index; in CI that is the commit checked out. */
function trackedFiles(top) {
  return splitNul(git(top, ['ls-files', '--stage', '-z'])).map((line) => {
    const tab = line.indexOf('\t');
    const [mode, blob] = line.slice(0, tab).split(' ');
    return { mode, blob, path: line.slice(tab + 1) };
  });
}

run(trackedFiles, { aborted: 'npm run secrets', clean: 'npm run secrets: no secrets' });
