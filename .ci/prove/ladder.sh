#!/usr/bin/env bash
# The detection ladder, climbed with real Terraform from `native` to its top: at each step the stacks that the step changes are
# planned, applied (the plan gate refuses to lose anything stateful) and planned again without changes.
. "$(dirname "$0")/setup.sh"

# One environment and two regions: more of them repeat the same.
config() {
  cat > "$work/blueprint.config.ts" <<TS
import { exampleInput, withoutEnvironment } from '$project/test/fixtures/example';
const input = withoutEnvironment(withoutEnvironment(exampleInput(), 'test'), 'prod');
input.regions.additional = [];
input.detection = '$1';
export default input;
TS
}
steps=$(node -e "require('tsx/cjs'); console.log(require('$project/config/detection-steps.ts').DETECTION_STEPS.join(' '))" 2>/dev/null || sed -n "s/^export const DETECTION_STEPS = \[\(.*\)\] as const;/\1/p" config/detection-steps.ts | tr -d "',")
first=${steps%% *}
stacks="org log-archive org-management security dev org-policies"

config "$first"; started=$SECONDS
synth; bootstrap management; apply org; quietly tool accounts pull "${options[@]}"; synth
for account in log-archive security dev; do bootstrap "$account"; done
for stack in log-archive org-management security dev org-policies; do apply "$stack"; done
proven "$first: applied in $((SECONDS - started)) s (example.sh proves its second plans)"

for step in ${steps#"$first"}; do
  started=$SECONDS; rm -rf "$work/before"; cp -r "$out/stacks" "$work/before"
  config "$step"; synth; changed=(); grounds=
  for stack in $stacks; do cmp -s "$work/before/$stack/cdk.tf.json" "$out/stacks/$stack/cdk.tf.json" || changed+=("$stack"); done
  # Users are made with the ground of an account, by a person.
  for account in log-archive security dev; do cmp -s "$work/before/$account-state/cdk.tf.json" "$out/stacks/$account-state/cdk.tf.json" || { bootstrap "$account"; grounds+=" $account-state"; }; done
  for stack in ${changed[@]+"${changed[@]}"}; do apply "$stack"; done
  for stack in ${changed[@]+"${changed[@]}"}; do unchanged "$stack"; done
  proven "$step:${grounds:+$grounds and} ${changed[*]:-nothing} applied in $((SECONDS - started)) s, second plans have no changes"
done
echo "$passed passed, 0 failed"
