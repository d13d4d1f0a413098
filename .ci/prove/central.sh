#!/usr/bin/env bash
# The central topology from console step 0 on: account network, its transit gateway, environments attached, routes last. The offline
# world knows no rules of transit gateways (who may associate, whether an attachment exists): tools/reach and its tests prove those.
FIXTURE=test/fixtures/central
. "$(dirname "$0")/setup.sh"
whole_organization

# config <change>: the same organization with one thing different
config() { cat > "$work/blueprint.config.ts" <<TS
import fixture from '$project/$FIXTURE';
const input = fixture();
$1
export default input;
TS
synth; }
# without_loss <stack>: applies; the plan gate refuses to delete or replace what is stateful
without_loss() { apply "$1"; ! grep -qE '^(destroy|replace).*aws_(vpc|subnet|kms_key|s3_bucket)\.' "$work/log" || { cat "$work/log"; echo "FAILED: $1 loses something"; exit 1; }; unchanged "$1"; }

config "input.network!.topology = 'own';"
for stack in prod dev network network-routes; do without_loss "$stack"; done
proven "back to own inspection: nothing stateful is lost, second plans have no changes"
config ""
for stack in network prod dev network-routes; do without_loss "$stack"; done
proven "from own inspection to central: nothing stateful is lost, second plans have no changes"
config "input.environments.dev!.status = 'suspended';"
for stack in network prod network-routes; do without_loss "$stack"; done
(cd "$out/stacks/network-routes" && terraform state list > "$work/routes")
! grep -q 'dev' "$work/routes" && grep -q 'transit_table-prod' "$work/routes" || { cat "$work/routes"; echo "FAILED: routes of dev are left"; exit 1; }
proven "a suspended environment leaves the transit gateway's tables, the others stay"
echo "$passed passed, 0 failed"
