#!/usr/bin/env bash
# All seven pillars in every environment, the whole detection ladder, a region that needs opt-in, keys in a second region, applied in order.
FIXTURE=test/fixtures/everything-on
. "$(dirname "$0")/setup.sh"
synth; bootstrap management; apply org; quietly tool accounts pull "${options[@]}"; proven "org applied, ids pulled into accounts.json"
# The delegation made Detective's graphs, and AWS named them: a person writes the name down (docs/detection.md).
graph=$(grep -rhoE 'arn:aws:detective:eu-west-1:[0-9]{12}:graph:[0-9a-zA-Z]+' "$work/world" | sort -u)
[ "$(wc -l <<< "$graph")" = 1 ] && [ -n "$graph" ] || { echo "FAILED: expected one graph in the home region, got: $graph"; exit 1; }
cat > "$work/blueprint.config.ts" <<TS
import fixture from '$project/$FIXTURE';
import ids from './accounts.json';
const input = fixture(ids);
input.accounts.security.existing = { detectiveGraphs: { 'eu-west-1': '$graph' } };
export default input;
TS
synth; proven "Detective's graph is named in the configuration"
rest_of_organization
echo "$passed passed, 0 failed"
