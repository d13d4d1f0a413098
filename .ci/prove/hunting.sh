#!/usr/bin/env bash
# The saved hunting queries, as they stand in the synthesized JSON, on sample logs: each finds its planted attack, and says nothing of ordinary days.
set -euo pipefail
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -c 'import sqlglot, duckdb' 2> /dev/null || python3 -m pip install --quiet sqlglot duckdb
echo "import example from '$PWD/blueprint.config'; export default { ...example, detection: 'hunting' } as typeof example;" > "$work/blueprint.config.ts"
node tools/run.cjs synth --config "$work/blueprint.config.ts" --out "$work/out" --stack log-archive 2> "$work/log" || { cat "$work/log"; exit 1; }
python3 .ci/prove/hunting/run.py "$work/out/stacks/log-archive/cdk.tf.json" "$@"
