#!/usr/bin/env bash
# Accounts that were there before: an apply trips over them, doctor (against moto) prints the lines, and with them it does not.
. "$(dirname "$0")/setup.sh"
for service in ORGANIZATIONS CONFIG_SERVICE KMS CLOUDWATCH_LOGS ACCESSANALYZER BUDGETS IDENTITYSTORE SSO_ADMIN CLOUDTRAIL COST_EXPLORER; do export "AWS_ENDPOINT_URL_$service=$endpoint"; done

# doctor <account> <exit code> [option]: its report as JSON
doctor() { local code=0; tool doctor "$1" --json "${@:3}" --config "$work/blueprint.config.ts" > "$work/doctor.$1.json" 2> "$work/log" || code=$?; [ "$code" = "$2" ] || { cat "$work/log" "$work/doctor.$1.json"; echo "FAILED: doctor $1 ends with $code instead of $2"; exit 1; }; }
# does what the report says: puts the printed lines into the configuration
paste_lines() { python3 - "$work" "$project" <<'PY'
import glob, json, sys
work, project = sys.argv[1:]
text = f"import example from '{project}/test/fixtures/example-organization';\nconst input = structuredClone(example);\n"
for report in sorted(glob.glob(f"{work}/doctor.*.json")):
    for line in json.load(open(report))["lines"]:
        text += "Object.assign(input" + "".join(f"['{key}']" for key in line["place"].split(".")) + ", {\n" + line["text"] + "\n});\n"
open(f"{work}/blueprint.config.ts", "w").write(text + "export default input;\n")
PY
}
# imported <stack> <address> <id pattern>
imported() { python3 - "$out/stacks/$1/cdk.tf.json" "$2" "$3" <<'PY'
import json, re, sys
path, address, pattern = sys.argv[1:]
found = {block["to"]: block["id"] for block in json.load(open(path)).get("import", [])}
assert re.fullmatch(pattern, found.get(address, "")), (address, pattern, found)
PY
}

python3 "$project/.ci/prove/doctor-world.py" "$endpoint" "$work" management
synth
refused "EntityAlreadyExists" tool bootstrap management --auto-approve "${options[@]}"; proven "bootstrap trips over the OIDC provider that was there"
doctor management 2 # moto does not know every service that can be delegated: that is said, and is no "nothing found"
grep -q 'aws_organizations_delegated_administrator.*InvalidInputException' "$work/doctor.management.json" || { cat "$work/doctor.management.json"; exit 1; }
proven "what could not be looked at is said, exit code 2"
paste_lines; synth
imported org-state aws_iam_openid_connect_provider.foundation_pipeline_oidc-provider "arn:aws:iam::$management:oidc-provider/token.actions.githubusercontent.com"
imported org-management aws_iam_account_password_policy.baseline_account_password-policy iam-account-password-policy
imported org-management aws_config_configuration_recorder.baseline_eu-west-1_config_recorder old-recorder@eu-west-1
imported org-management aws_config_delivery_channel.baseline_eu-west-1_config_channel old-channel@eu-west-1
imported org aws_organizations_organizational_unit.unit_workloads 'ou-.*'
grep -q license-manager.amazonaws.com "$out/stacks/org/cdk.tf.json"; proven "the printed lines render import blocks and keep trusted access"
bootstrap management; apply org; unchanged org; proven "with them org-state and org are applied"

quietly tool accounts pull "${options[@]}"; synth
python3 "$project/.ci/prove/doctor-world.py" "$endpoint" "$work" prod
refused "must be looked at from account" tool doctor prod --config "$work/blueprint.config.ts"; proven "credentials of another account are refused"
doctor prod 3 --bootstrap-role; paste_lines; synth; doctor prod 0 --bootstrap-role
proven "a member, entered through its bootstrap role: found, pasted, nothing left to do"
bootstrap prod; unchanged prod-state
cp "$work/doctor.prod.json" "$work/before.json"; doctor prod 0 --bootstrap-role
grep -q 'OIDC provider' "$work/before.json" && ! grep -q 'OIDC provider' "$work/doctor.prod.json"; proven "what the state in the bucket holds is no finding any more"
echo "$passed passed, 0 failed"
