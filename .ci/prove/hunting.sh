#!/usr/bin/env bash
# The saved hunting queries, as they stand in the synthesized JSON, on sample logs: each finds its planted attack, and says nothing of ordinary days.
set -euo pipefail
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -c 'import sqlglot, duckdb' 2> /dev/null || python3 -m pip install --quiet sqlglot duckdb
# Every table that there can be: one environment has a web ACL in front of CloudFront.
cat > "$work/blueprint.config.ts" << EOF
import example from '$PWD/test/fixtures/example-organization';
const prod = { ...example.environments.prod, waf: { ...example.environments.prod?.waf, cloudFront: 'on' } };
export default { ...example, detection: 'hunting', environments: { ...example.environments, prod } } as typeof example;
EOF
node tools/run.cjs synth --config "$work/blueprint.config.ts" --out "$work/out" --stack log-archive 2> "$work/log" || { cat "$work/log"; exit 1; }
python3 .ci/prove/hunting/run.py "$work/out/stacks/log-archive/cdk.tf.json" "$@"
