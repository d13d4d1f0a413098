#!/usr/bin/env bash
# An organization where everything is on already, adopted as README says: doctor until it ends with 0, then everything in apply order.
. "$(dirname "$0")/setup.sh"
python3 "$project/.ci/prove/brownfield-world.py" "$endpoint" "$work" "$management"
python3 "$project/.ci/prove/world-aws.py" "$endpoint" "$work" "$management" "$work/world-aws" & pids+=($!)
for _ in $(seq 60); do [ -s "$work/world-aws" ] && break; sleep 0.2; done
for service in ORGANIZATIONS CONFIG_SERVICE ACCESSANALYZER GUARDDUTY SECURITYHUB MACIE2 DETECTIVE INSPECTOR2 COST_EXPLORER CLOUDTRAIL SSO_ADMIN; do export "AWS_ENDPOINT_URL_$service=$(cat "$work/world-aws")"; done
for service in KMS CLOUDWATCH_LOGS BUDGETS IDENTITYSTORE; do export "AWS_ENDPOINT_URL_$service=$endpoint"; done

cat > "$work/start.ts" <<TS
import { exampleInput, withoutEnvironment } from '$project/test/fixtures/example';
const input = withoutEnvironment(withoutEnvironment(exampleInput(), 'test'), 'dev');
input.regions.additional = [];
input.detection = 'correlated';
export default input;
TS
echo "export { default } from './start';" > "$work/blueprint.config.ts"

# doctor <account> <exit code> [option...]: its report as JSON
doctor() { local code=0; tool doctor "$1" --json "${@:3}" --config "$work/blueprint.config.ts" > "$work/doctor.json" 2> "$work/log" || code=$?; [ "$code" = "$2" ] || { cat "$work/log" "$work/doctor.json"; tool doctor "$1" "${@:3}" --config "$work/blueprint.config.ts"; echo "FAILED: doctor $1 ends with $code instead of $2"; exit 1; }; }
# Does what a person does with the report: lines in place of the same fields.
paste_lines() { python3 - "$work" <<'PY'
import json, sys
work = sys.argv[1]
text = open(f"{work}/start.ts").read().replace("export default input;\n", "")
for line in json.load(open(f"{work}/doctor.json"))["lines"]:
    text += "Object.assign(input" + "".join(f"['{key}']" for key in line["place"].split(".")) + ", {\n" + line["text"] + "\n});\n"
open(f"{work}/start.ts", "w").write(text + "export default input;\n")
PY
}
# until it ends with 0, three times at most
adopt() { local code; for _ in 1 2 3; do code=0; tool doctor "$1" --json "${@:2}" --config "$work/blueprint.config.ts" > "$work/doctor.json" 2> "$work/log" || code=$?; [ "$code" = 3 ] || break; cp "$work/doctor.json" "$work/doctor.$1.last.json"; paste_lines; synth; done; [ "$code" = 0 ] || { cat "$work/log"; tool doctor "$1" "${@:2}" --config "$work/blueprint.config.ts" || true; echo "FAILED: doctor $1 does not come to an end ($code)"; exit 1; }; }

synth
adopt management; proven "management: found, pasted, nothing left to do"
for account in log-archive security prod; do adopt "$account" --bootstrap-role; done; proven "members, entered through their bootstrap roles: the same"
bootstrap management; apply org; unchanged org; proven "org adopts delegations that are there and makes the others"
quietly tool accounts pull "${options[@]}"; synth
doctor management 3
python3 - "$work" <<'PY'
import json, sys
report = json.load(open(f"{sys.argv[1]}/doctor.json"))
assert [line["place"] for line in report["lines"]] == ["accounts.security"], report["lines"]
assert "us-east-1" in report["lines"][0]["text"] and "eu-west-1" in report["lines"][0]["text"], report["lines"]
PY
proven "after the apply of org doctor prints the graph that AWS has just named"
for account in log-archive security; do bootstrap "$account"; done
for stack in log-archive org-management security; do apply "$stack"; grep -q '^DETECTIVE: .*us-east-1' "$work/log" || [ "$stack" != security ] || { cat "$work/log"; echo "FAILED: apply of security does not say that a graph is missing"; exit 1; }; done
proven "security is applied before the graph is entered, and says so"
paste_lines; synth; apply security; unchanged security
proven "and after: the graph is adopted, a second plan has no changes"
apply org-access; bootstrap prod; apply prod; apply org-policies
for stack in org log-archive org-management security org-access prod org-policies; do unchanged "$stack"; done
proven "the whole organization is applied, second plans have no changes"
for account in management security prod; do doctor "$account" 0 $([ "$account" = management ] || echo --bootstrap-role); done
proven "doctor has nothing to say any more"
echo "$passed passed, 0 failed"
