#!/usr/bin/env bash
# The response function as it is deployed (the zip of the synthesized output) against moto: a finding goes in by the synthesized
# rules and queues, and comes out as a quarantined resource, a metric and a message.
FIXTURE=test/fixtures/everything-on
. "$(dirname "$0")/setup.sh"
synth
zip=$(ls "$out"/stacks/security/assets/*/*/*.zip)
python3 -m zipfile -e "$zip" "$work/function"
export NODE_PATH="$project/node_modules" AWS_ENDPOINT_URL="$endpoint" AWS_SECRET_ACCESS_KEY=proof
node .ci/prove/respond.cjs "$work/function/index.js" "$out/stacks/security/cdk.tf.json"
