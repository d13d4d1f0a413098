#!/usr/bin/env bash
# The example organization, applied in order with real Terraform from console step 0 on; then what must be refused.
. "$(dirname "$0")/setup.sh"
. "$(dirname "$0")/no-secrets.sh"

# A wrong order is caught by the world: the log archive is not there yet.
synth; bootstrap management; proven "org-state bootstrapped"
bootstrap management; proven "bootstrap again changes nothing"
refused "holds placeholder ids" tool plan prod "${options[@]}"; proven "a stack with placeholder ids is not planned"
apply org; quietly tool accounts pull "${options[@]}"; synth
# is a provider at work in a folder of this proof? Others may run beside it.
still_applying() { for process in $(pgrep -f terraform-provider-aws); do case $(readlink "/proc/$process/cwd") in "$work"/*) return 0 ;; esac; done; return 1; }
# Killed at several moments (the terraform that it started lives on for a while), bootstrap goes on where it stopped.
for seconds in 2 4 6 8 10; do
  timeout --signal=KILL "$seconds" node tools/run.cjs bootstrap log-archive --auto-approve "${options[@]}" > "$work/killed.$seconds" 2>&1 || true
  for _ in $(seq 60); do still_applying || break; sleep 0.5; done
done
bootstrap log-archive
unchanged log-archive-state; test ! -e "$out/.bootstrap/log-archive-state"
proven "bootstrap killed five times finishes: $(cat "$work"/killed.* | sed -n 's/^log-archive-state: //p' | sort | uniq -c | tr -s '\n ' ' ')"
refused "S3BucketDoesNotExistException" tool apply org-management --auto-approve "${options[@]}"; proven "the trail before its bucket is refused: a wrong order is caught"
rest_of_organization
no_secrets
planted_secrets_are_found

# The people's way: npx cdktf, which the guard of allowed_account_ids protects.
quietly tool synth "${options[@]}"
export BLUEPRINT_CONFIG=$work/blueprint.config.ts
for stack in org prod dev test; do
  quietly npx cdktf plan "$stack" --output "$out" --skip-provider-lock
  grep -q 'No changes' "$work/log" || { cat "$work/log"; echo "FAILED: npx cdktf plan $stack has changes"; exit 1; }
  quietly npx cdktf apply "$stack" --output "$out" --auto-approve --skip-provider-lock
  proven "npx cdktf plan and apply $stack: no changes"
done
unset BLUEPRINT_CONFIG

# States of environments lie apart, each under its own key.
python3 - "$endpoint" "$work" <<'PY'
import boto3, sys, glob, json
s3 = boto3.client("s3", endpoint_url=sys.argv[1], region_name="us-east-1", aws_access_key_id="proof", aws_secret_access_key="proof")
places = {}
for path in glob.glob(sys.argv[2] + "/out/stacks/*/cdk.tf.json"):
    backend = json.load(open(path))["terraform"]["backend"]["s3"]
    stack = path.split("/")[-2]
    head = s3.head_object(Bucket=backend["bucket"], Key=backend["key"])
    assert head.get("SSEKMSKeyId", "").endswith("alias/platform/state"), (stack, head.get("SSEKMSKeyId"))
    places[stack] = (backend["bucket"], head["SSEKMSKeyId"])
environments = {"org", "log-archive", "security", "prod", "dev", "test"}
assert len({places[e] for e in environments}) == len(environments), places
assert len({places[e][1] for e in environments}) == len(environments), places
PY
proven "states of different environments lie in different buckets under different keys"

# A second, concurrent apply is refused by the lock, held by an apply that waits at its prompt.
cat > "$work/hold.py" <<'PY'
import pty, os, sys, subprocess, time
master, slave = pty.openpty()
process = subprocess.Popen(["terraform", "apply", "-no-color", "-replace=aws_route.network_routing_firewall-a-out"], cwd=sys.argv[1], stdin=slave, stdout=open(sys.argv[2], "w"), stderr=subprocess.STDOUT)
for _ in range(400): # a busy machine plans slowly
    if "Enter a value" in open(sys.argv[2]).read(): break
    if process.poll() is not None: break
    time.sleep(1)
else: process.kill()
if "Enter a value" not in open(sys.argv[2]).read(): sys.exit("the apply that should hold the lock never asked:\n" + open(sys.argv[2]).read())
code = subprocess.call(sys.argv[3:], stdout=open(sys.argv[2] + ".second", "w"), stderr=subprocess.STDOUT)
os.write(master, b"no\n"); process.wait(60)
sys.exit(0 if code == 1 else "the second apply was not refused")
PY
quietly python3 "$work/hold.py" "$out/stacks/prod" "$work/hold.log" node tools/run.cjs apply prod --auto-approve "${options[@]}"
grep -q 'Error acquiring the state lock' "$work/hold.log.second" || { cat "$work/hold.log.second"; echo 'FAILED: no word of the lock'; exit 1; }
proven "a second, concurrent apply is refused by the lock"

# terraform destroy is refused wherever something stateful is.
for folder in "$out"/stacks/*/; do
  grep -q prevent_destroy "$folder/cdk.tf.json" || continue
  (cd "$folder" && refused "Instance cannot be destroyed" terraform destroy -auto-approve -input=false -no-color)
  proven "terraform destroy is refused in $(basename "$folder")"
done

# An environment deleted from the configuration: synthesis refuses, and forced past it, the gate does.
cat > "$work/blueprint.config.ts" <<TS
import { exampleInput, withoutEnvironment } from '$project/test/fixtures/example';
const input = withoutEnvironment(exampleInput(), 'test');
export default input;
TS
refused "set its status to 'retired'" tool synth "${options[@]}"; proven "synthesis refuses an environment that was deleted"
losses=$( (node tools/run.cjs synth "${options[@]}" 2>&1 || true) | sed -n 's/.*--accept-loss \([^ ]*\) if.*/--accept-loss \1/p')
# shellcheck disable=SC2086
synth $losses
refused "aws_organizations_account.account_test: is stateful and would be destroyed" tool apply org --auto-approve "${options[@]}"; proven "forced past synthesis, the plan gate refuses"

echo "$passed passed, 0 failed"
