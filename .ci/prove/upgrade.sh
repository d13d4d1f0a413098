#!/usr/bin/env bash
# An organization that the project made at an earlier commit is upgraded to this one: the gate refuses nothing, every stack settles.
# bash .ci/prove/upgrade.sh COMMIT proves another beginning.
. "$(dirname "$0")/setup.sh"
from=${1:-$(grep -v '^#' "$project/.ci/prove/upgrade-from")}
if ! git cat-file -e "$from^{commit}" 2> /dev/null; then
  echo "SKIPPED: the upgrade needs commit $from, which this checkout does not have (git fetch --unshallow)" >&2
  exit 0
fi

old=$work/old
mkdir "$old"
GIT_INDEX_FILE=$work/index git read-tree "$from"
GIT_INDEX_FILE=$work/index git checkout-index --all --prefix="$old/"
ln -s "$project/node_modules" "$old/node_modules"

# The configuration stays the same: a fork takes the new version and changes nothing. One environment: more of them repeat the same.
cat > "$work/blueprint.config.ts" <<TS
import { exampleInput, withoutEnvironment } from '$old/test/fixtures/example';
export default withoutEnvironment(withoutEnvironment(exampleInput(), 'test'), 'dev');
TS
cd "$old"
synth; bootstrap management; apply org; quietly tool accounts pull "${options[@]}"; synth
tool list --config "$work/blueprint.config.ts" > "$work/order"
while read -r _ stack account _ _ _ command _ ; do
  case $stack in org-state | org) ;; *-state) bootstrap "$account" ;; *) apply "$stack" ;; esac
done < "$work/order"
proven "an organization as commit ${from:0:7} makes it (example.sh proves its second plans)"

cd "$project"
synth; proven "the new version synthesizes over the old inventory: nothing stateful is lost"
tool list --config "$work/blueprint.config.ts" > "$work/order"
destroyed=0 replaced=0
while read -r _ stack account _ _ _ command _ ; do
  case $stack in *-state) bootstrap "$account" ;; *) apply "$stack" ;; esac
  destroyed=$((destroyed + $(sed -n 's/^Destroyed: //p' "$work/log" | head -1 | grep . || echo 0)))
  replaced=$((replaced + $(sed -n 's/^Replaced: //p' "$work/log" | head -1 | grep . || echo 0)))
  unchanged "$stack"; proven "$stack upgraded, a second plan has no changes"
done < "$work/order"
echo "upgrade from ${from:0:7}: $destroyed destroyed and $replaced replaced, none of them stateful"
echo "$passed passed, 0 failed"
