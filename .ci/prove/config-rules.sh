#!/usr/bin/env bash
# The Guard text of every AWS Config rule, as synthesized, evaluated by Guard itself on configuration items that must and must not comply.
set -euo pipefail
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m pip install --quiet --disable-pip-version-check --target "$work/guard" cfn-guard-rs==0.3.3 2> "$work/log" || { cat "$work/log"; exit 1; }
npm run --silent synth -- --out "$work/out" > "$work/log" 2>&1 || { cat "$work/log"; exit 1; }
PYTHONPATH=$work/guard python3 - "$work/out" <<'PY'
import glob, json, sys
import cfn_guard_rs

vpc = lambda **item: {"resourceType": "AWS::EC2::VPC", "configurationItemStatus": "OK", **item}
# Rule -> what Guard must answer to an item: AWS Config shows FAIL as noncompliant, SKIP as not applicable.
CASES = {
    "platform-no-default-vpc": [
        ("FAIL", vpc(configuration={"vpcId": "vpc-1", "isDefault": True, "cidrBlock": "172.31.0.0/16"})),
        ("FAIL", vpc(configuration={"vpcId": "vpc-1", "isDefault": True}, configurationItemStatus="ResourceDiscovered")),
        ("FAIL", vpc(configuration={"vpcId": "vpc-1"})),
        ("PASS", vpc(configuration={"vpcId": "vpc-1", "isDefault": False, "cidrBlock": "10.16.0.0/16"})),
        ("SKIP", vpc(configuration=None, configurationItemStatus="ResourceDeleted")),
        ("SKIP", {"resourceType": "AWS::EC2::Subnet", "configurationItemStatus": "OK", "configuration": {"defaultForAz": True}}),
    ],
}
texts, passed = {}, 0
for path in glob.glob(sys.argv[1] + "/stacks/*/cdk.tf.json"):
    for rule in json.load(open(path))["resource"].get("aws_config_config_rule", {}).values():
        details = rule["source"].get("custom_policy_details")
        if details:
            texts.setdefault(rule["name"], set()).add(details["policy_text"])
assert texts.keys() == CASES.keys(), (texts.keys(), CASES.keys())
for name, cases in CASES.items():
    (text,) = texts[name]  # the same everywhere
    for expected, item in cases:
        status = cfn_guard_rs.run_checks(item, text).status
        assert status == expected, (name, item, status)
        passed += 1
    print(f"proven: {name} answers {len(cases)} configuration items as it must")
    # Turned into its opposite, the rule is caught by these cases.
    assert any(cfn_guard_rs.run_checks(item, text.replace("== false", "== true")).status != expected for expected, item in cases)
print(f"{passed} passed, 0 failed")
PY
