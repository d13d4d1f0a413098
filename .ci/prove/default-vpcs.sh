#!/usr/bin/env bash
# Default VPCs against moto: looked at, left alone where in use, removed in every region, killed half-way and gone on with.
. "$(dirname "$0")/setup.sh"
python3 - "$work/accounts.json" <<'PY'
import json, sys
ids = json.load(open(sys.argv[1]))
ids["accounts"] = {"prod": "444444444444", "dev": "555555555555"}
json.dump(ids, open(sys.argv[1], "w"))
PY
python3 "$project/.ci/prove/ec2-proxy.py" "$endpoint" "$work/ec2" & pids+=($!)
for _ in $(seq 60); do [ -s "$work/ec2" ] && break; sleep 0.2; done
AWS_ENDPOINT_URL_EC2=$(cat "$work/ec2"); export AWS_ENDPOINT_URL_EC2
world() { python3 "$project/.ci/prove/default-vpcs-world.py" "$endpoint" "$@"; }
# default_vpcs <exit code> <account> [option...]
default_vpcs() { local code=0; tool default-vpcs "${@:2}" --config "$work/blueprint.config.ts" > "$work/log" 2> "$work/errors" || code=$?; [ "$code" = "$1" ] || { cat "$work/errors" "$work/log"; echo "FAILED: default-vpcs ${*:2} ends with $code instead of $1"; exit 1; }; }
said() { grep -qE -- "$1" "$work/log" "$work/errors" || { cat "$work/errors" "$work/log"; echo "FAILED: does not say \"$1\""; exit 1; }; }

# prod, entered through its bootstrap role, in every region that is switched on
world 444444444444 complete
world 444444444444 regions > "$work/regions"; count=$(wc -l < "$work/regions")
interface=$(world 444444444444 use eu-central-1)
world 444444444444 networks > "$work/before"
refused "must be looked at from account" tool default-vpcs prod --config "$work/blueprint.config.ts"; proven "credentials of another account are refused"
default_vpcs 3 prod --bootstrap-role --dry-run --all-regions; said "left alone.*in use"; said "would be removed"
world 444444444444 networks | cmp - "$work/before"; proven "--dry-run finds them in $count regions and changes nothing"
default_vpcs 1 prod --bootstrap-role --all-regions; said "nobody is there to confirm"
world 444444444444 networks | cmp - "$work/before"; proven "nothing is removed unasked"
default_vpcs 3 prod --bootstrap-role --all-regions --auto-approve; said "$interface"
[ "$(grep -c ': removed$' "$work/log")" = "$((count - 1))" ] || { cat "$work/log"; echo "FAILED: not removed in $((count - 1)) regions"; exit 1; }
# shellcheck disable=SC2046
world 444444444444 gone $(grep -v '^eu-central-1$' "$work/regions")
world 444444444444 networks eu-central-1 | cmp - <(grep '^eu-central-1 ' "$work/before")
proven "removed in $((count - 1)) regions; the one in use is left wholly alone, and the report names the interface; other VPCs stay"
default_vpcs 3 prod --bootstrap-role --all-regions --auto-approve
[ "$(grep -c 'no default VPC' "$work/log")" = "$((count - 1))" ] || { cat "$work/log"; exit 1; }
proven "a second run finds nothing but the one in use"

# management, with credentials of its own, in the enabled regions; killed after every two to four changes, it goes on
mapfile -t enabled < <(printf '%s\n' eu-west-1 eu-central-1 us-east-1)
world $management complete "${enabled[@]}"
for run in $(seq 60); do
  python3 "$project/.ci/prove/ec2-proxy.py" "$endpoint" - $((run % 3 + 2)) node tools/run.cjs default-vpcs management --auto-approve --config "$work/blueprint.config.ts" > "$work/killed.$run" 2> "$work/errors"
  grep -q '^killed' "$work/killed.$run" || break
done
[ "$run" -gt 8 ] && grep -q 'ended with 0' "$work/killed.$run" || { cat "$work"/killed.*; echo "FAILED: never finished"; exit 1; }
world $management gone "${enabled[@]}"
proven "killed $((run - 1)) times, then nothing is left: $(cat "$work"/killed.* | sed -n 's/^killed after //p' | sort | uniq -c | tr -s '\n ' ' ')"
default_vpcs 0 management --json; python3 -c 'import json, sys; report = json.load(open(sys.argv[1])); assert {r["outcome"] for r in report["regions"]} == {"nothing"}, report' "$work/log"
proven "idempotent: exit code 0, and --json says so"
echo "$passed passed, 0 failed"
