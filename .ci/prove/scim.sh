#!/usr/bin/env bash
# Groups that this project made are handed to an identity provider: forgotten with 0 destroys, and never destroyed by mistake.
. "$(dirname "$0")/setup.sh"
synth
bootstrap management
apply org
quietly tool accounts pull "${options[@]}"
synth
apply org-access; unchanged org-access; proven "groups, sets, assignments and attributes applied, a second plan has no changes"
groups() { python3 -c 'import json, sys; print(sum(item["Type"] == "aws_identitystore_group" for item in json.load(open(sys.argv[1]))["Objects"]))' "$OFFLINE_AWS_WORLD/world.json"; }
made=$(groups)
[ "$made" -gt 0 ] || { echo "FAILED: no groups were made"; exit 1; }

scim() { # scim <further lines of the configuration>
  printf '%s\n' "import example from '$project/test/fixtures/example-organization';" 'const input = structuredClone(example);' "input.access.groups.source = 'scim';" "$@" 'export default input;' > "$work/blueprint.config.ts"
}
scim
refused "add the group to access.groups.retired" tool synth "${options[@]}"; proven "synthesis refuses to lose the groups"
losses=$( (node tools/run.cjs synth "${options[@]}" 2>&1 || true) | sed -n 's/.*--accept-loss \([^ ]*\) if.*/--accept-loss \1/p')
# shellcheck disable=SC2086
synth $losses
refused "is stateful and would be destroyed" tool apply org-access --auto-approve "${options[@]}"; proven "forced past synthesis, the plan gate refuses"

scim 'input.access.groups.retired = Object.keys(input.access.groups.names);'
synth
apply org-access; unchanged org-access
[ "$(groups)" = "$made" ] || { echo "FAILED: $made groups were made, $(groups) are left"; exit 1; }
proven "groups handed over: forgotten, all $made still there"

scim
quietly tool synth "${options[@]}" $(node -e "for (const name of process.argv.slice(1)) console.log('--accept-loss ' + name)" $(python3 -c 'import json, sys; print(*[a for a, b in json.load(open(sys.argv[1]))["org-access"].items() if b == "removed"])' "$out/rendered/stateful.json"))
unchanged org-access; proven "tombstones taken away afterwards: nothing changes"
echo "$passed passed, 0 failed"
