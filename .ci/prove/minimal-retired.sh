#!/usr/bin/env bash
# The smallest organization is applied; then its environment is retired: emptied by an ordinary apply, forgotten with 0 destroys.
FIXTURE=test/fixtures/minimal
. "$(dirname "$0")/setup.sh"
whole_organization
quietly tool apply dev --empty --auto-approve "${options[@]}"; proven "dev emptied of all that is not stateful"
quietly tool apply dev-state --empty --auto-approve "${options[@]}"; proven "dev-state emptied of all that is not stateful"
cat > "$work/blueprint.config.ts" <<TS
import fixture from '$project/$FIXTURE';
const input = fixture();
input.environments.dev.status = 'retired';
export default input;
TS
synth
for stack in dev dev-state org-access org; do
  quietly tool apply "$stack" --auto-approve "${options[@]}"
  ! grep -q '^destroy' "$work/log" || [ "$stack" = org-access ] || [ "$stack" = org ] || { cat "$work/log"; echo "FAILED: retiring $stack destroys"; exit 1; }
  proven "$stack applied with dev retired"
done
for stack in dev dev-state; do
  [ -z "$(cd "$out/stacks/$stack" && terraform state list)" ] || { echo "FAILED: $stack still holds something"; exit 1; }
  (cd "$out/stacks/$stack" && quietly terraform destroy -auto-approve -input=false -no-color)
  proven "terraform destroy succeeds in $stack, where nothing is left"
done
python3 - "$OFFLINE_AWS_WORLD/world.json" <<'PY'
import json, sys
world = json.load(open(sys.argv[1]))
left = [note for note in world.get("Notes") or [] if "closed" in note or "left the organization" in note]
assert not left, left
assert sum(item["Type"] == "aws_s3_bucket" and "-dev-state-" in item["ID"] for item in world["Objects"]) == 1
PY
proven "the account and its state bucket still exist"
echo "$passed passed, 0 failed"
