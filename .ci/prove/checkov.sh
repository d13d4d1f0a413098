#!/usr/bin/env bash
# checkov over every resource of the example and of everything-on; each failed check needs an entry in .ci/checkov-exceptions.json.
set -euo pipefail
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
if command -v checkov > /dev/null; then checkov=checkov; else
  python3 -m venv "$work/python"
  "$work/python/bin/pip" install --quiet 'checkov==3.3.30' # an Apache-2.0 scanner; pinned, since a new release brings new checks
  checkov=$work/python/bin/checkov
fi

cp accounts.json "$work/"
runs=()
for fixture in example everything-on; do
  export_of=$([ "$fixture" = example ] && echo exampleInput || echo default)
  echo "import { $export_of as fixture } from '$PWD/test/fixtures/$fixture'; export default fixture();" > "$work/blueprint.config.ts"
  node tools/run.cjs synth --config "$work/blueprint.config.ts" --out "$work/out/$fixture" > "$work/log" 2>&1 || { cat "$work/log"; exit 1; }
  for file in "$work/out/$fixture"/stacks/*/cdk.tf.json; do
    folder=$work/$fixture/$(basename "$(dirname "$file")")
    mkdir -p "$folder"
    # checkov 3.3 gives up on a file with a list of import blocks, and passes over its resources.
    node -e 'const { resource, data, provider, terraform } = JSON.parse(fs.readFileSync(process.argv[1])); fs.writeFileSync(process.argv[2], JSON.stringify({ resource, data, provider, terraform }, null, 2))' "$file" "$folder/cdk.tf.json"
  done
  "$checkov" -d "$work/$fixture" --framework terraform_json -o json --quiet --compact --skip-download --soft-fail > "$work/$fixture.json" 2> "$work/$fixture.err" || { cat "$work/$fixture.err"; exit 1; }
  runs+=("$work/$fixture" "$work/$fixture.json")
done
node .ci/prove/checkov-verdict.cjs .ci/checkov-exceptions.json "${runs[@]}"
