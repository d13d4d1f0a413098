# Sourced by the proofs: offline provider, moto as S3 and STS, a world that holds only console step 0, a config of its own.
set -euo pipefail
project=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
work=$(mktemp -d)
pids=()
cleanup() { for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done; rm -rf "$work"; }
trap cleanup EXIT

# One at a time: install writes one file for all proofs of this machine, and two lanes of proofs run beside each other.
TF_CLI_CONFIG_FILE=$(flock "${TMPDIR:-/tmp}/offline-aws-provider.lock" "$project/../shared/offline-provider/install" | sed -n 's/^export TF_CLI_CONFIG_FILE=//p')
answers() { python3 -c "import urllib.request; urllib.request.urlopen('$endpoint/moto-api/', timeout=1)" 2>/dev/null; }
# A free port may be taken by the other lane before moto has it: then another one.
for _ in 1 2 3 4 5; do
  port=$(python3 -c 'import socket; s=socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
  endpoint=http://127.0.0.1:$port
  moto_server -H 127.0.0.1 -p "$port" > "$work/moto.log" 2>&1 & moto=$!
  for _ in $(seq 120); do { kill -0 "$moto" 2>/dev/null && ! answers; } || break; sleep 0.5; done
  if kill -0 "$moto" 2>/dev/null && answers; then pids+=("$moto"); break; fi
  kill "$moto" 2>/dev/null || true
done
answers || { cat "$work/moto.log"; echo "FAILED: moto does not start"; exit 1; }

export TF_CLI_CONFIG_FILE CHECKPOINT_DISABLE=1 AWS_ENDPOINT_URL_S3=$endpoint AWS_ENDPOINT_URL_STS=$endpoint AWS_ENDPOINT_URL_IAM=$endpoint AWS_ENDPOINT_URL_EC2=$endpoint
export AWS_ACCESS_KEY_ID=proof AWS_SECRET_ACCESS_KEY=proof AWS_REGION=eu-west-1 AWS_EC2_METADATA_DISABLED=true
export TF_CLI_ARGS_init="-backend-config=use_path_style=true -backend-config=skip_credentials_validation=true -backend-config=skip_requesting_account_id=true -backend-config=skip_metadata_api_check=true"
export TF_CLI_ARGS_providers_lock="-fs-mirror=$(dirname "$TF_CLI_CONFIG_FILE")/mirror"
export OFFLINE_AWS_WORLD=$work/world OFFLINE_AWS_WORLD_SEED=$work/seed.json
management=123456789012 # moto's own account, so that its STS answers as AWS would

cat > "$work/seed.json" <<JSON
{"organization": {"id": "o-a1b2c3d4e5", "root_id": "r-a1b2", "management_account": "$management", "enabled_policy_types": [],
   "aws_service_access_principals": ["sso.amazonaws.com"], "in_use": ["sso.amazonaws.com"]},
 "accounts": [{"id": "$management", "name": "management", "email": "aws+management@example.com", "parent_id": "r-a1b2", "roles": ["bootstrap-admin"]}],
 "identity_center": {"instance_arn": "arn:aws:sso:::instance/ssoins-1234567890abcdef", "identity_store_id": "d-1234567890", "account": "$management", "region": "eu-west-1"}}
JSON
cat > "$work/accounts.json" <<JSON
{"organization": {"id": "o-a1b2c3d4e5", "rootId": "r-a1b2", "managementAccountId": "$management"},
 "identityCenter": {"instanceArn": "arn:aws:sso:::instance/ssoins-1234567890abcdef", "identityStoreId": "d-1234567890"}}
JSON
echo "export { default } from '$project/${FIXTURE:-test/fixtures/example-organization}';" > "$work/blueprint.config.ts"
[ -z "${FIXTURE:-}" ] || echo "import fixture from '$project/$FIXTURE'; import ids from './accounts.json'; export default fixture(ids);" > "$work/blueprint.config.ts"
mkdir -p "$work/world"
python3 "$project/.ci/prove/moto-buckets.py" "$work/world" "$endpoint" & pids+=($!)

out=$work/out
options=(--config "$work/blueprint.config.ts" --out "$out")
passed=0
cd "$project"
proven() { passed=$((passed + 1)); echo "proven: $1"; }
# quietly <command...>: its output only when it fails
quietly() { "$@" > "$work/log" 2>&1 || { cat "$work/log"; echo "FAILED: $*"; exit 1; }; }
# refused <text> <command...>: must fail and say the text
refused() { local text=$1; shift; if "$@" > "$work/log" 2>&1; then cat "$work/log"; echo "FAILED: was not refused: $*"; exit 1; fi; tr -s '\n│ ' '   ' < "$work/log" | grep -qF -- "$text" || { cat "$work/log"; echo "FAILED: does not say \"$text\": $*"; exit 1; }; }
tool() { node tools/run.cjs "$@"; }
synth() { quietly tool synth "${options[@]}" "$@"; }
apply() { quietly tool apply "$1" --auto-approve "${options[@]}"; }
unchanged() { quietly tool plan "$1" "${options[@]}"; grep -qF "$1: no changes" "$work/log" || { cat "$work/log"; echo "FAILED: a second plan of $1 has changes"; exit 1; }; }
bootstrap() { quietly tool bootstrap "$1" --auto-approve "${options[@]}"; }
# everything in apply order, from an organization that holds console step 0 only
whole_organization() {
  synth; bootstrap management; proven "org-state bootstrapped, its state in its own bucket"
  apply org; proven "org applied"
  quietly tool accounts pull "${options[@]}"; synth; proven "ids pulled into accounts.json"
  rest_of_organization
}
# all stacks after org
rest_of_organization() {
  tool list --config "$work/blueprint.config.ts" > "$work/order"
  while read -r _ stack account _ _ _ command _ ; do
    case $stack in org-state | org) continue ;; *-state) bootstrap "$account" ;; *) apply "$stack" ;; esac
    unchanged "$stack"; proven "$stack applied, a second plan has no changes"
  done < "$work/order"
}
