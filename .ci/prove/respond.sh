#!/usr/bin/env bash
# The response function as it is deployed (the zip of the synthesized output) against moto: a finding goes in by the synthesized
# rules and queues, and comes out as a quarantined resource, a metric and a message.
FIXTURE=test/fixtures/everything-on
. "$(dirname "$0")/setup.sh"
synth
zip=$(ls "$out"/stacks/security/assets/*/*/*.zip)
python3 -m zipfile -e "$zip" "$work/function"
python3 .ci/prove/s3-control.py "$endpoint" "$AWS_REGION" "$work/s3-control" & pids+=($!)
for _ in $(seq 50); do [ -s "$work/s3-control" ] && break; sleep 0.1; done
AWS_ENDPOINT_URL_S3_CONTROL=$(cat "$work/s3-control")
export AWS_ENDPOINT_URL_S3_CONTROL
export NODE_PATH="$project/node_modules" AWS_ENDPOINT_URL="$endpoint" AWS_SECRET_ACCESS_KEY=proof
node .ci/prove/respond.cjs "$work/function/index.js" "$out/stacks/security/cdk.tf.json"
