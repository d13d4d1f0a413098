#!/usr/bin/env bash
# The search for credentials as it is deployed (the zip and the rule's input of the synthesized output) against moto: secrets are planted
# in each kind of place of two regions, found, told to Security Hub without their values, and archived when they are gone.
FIXTURE=test/fixtures/everything-on
. "$(dirname "$0")/setup.sh"
synth
zip=$(ls "$out"/stacks/prod/assets/*credential-search*/*/*.zip)
python3 -m zipfile -e "$zip" "$work/function"
export NODE_PATH="$project/node_modules${NODE_PATH:+:$NODE_PATH}" AWS_ENDPOINT_URL="$endpoint" AWS_SECRET_ACCESS_KEY=proof
node .ci/prove/credential-search.cjs "$work/function/index.js" "$out/stacks/prod/cdk.tf.json"
