#!/usr/bin/env bash
# An organization that has GuardDuty, Security Hub and Inspector on already, with real Terraform: everything is adopted, nothing made twice.
. "$(dirname "$0")/setup.sh"

# Same account ids as test/fixtures/services-already-on.ts.
security=333333333333 detector=0123456789abcdef0123456789abcdef
python3 - "$work/seed.json" "$management" "$security" "$detector" <<'PY'
import json, sys
path, management, security, detector = sys.argv[1:]
seed = json.load(open(path))
seed["organization"]["aws_service_access_principals"] += ["guardduty.amazonaws.com", "securityhub.amazonaws.com", "inspector2.amazonaws.com"]
seed["accounts"].append({"id": security, "name": "example-corp security", "email": "aws+security@example.com", "parent_id": "r-a1b2", "roles": ["OrganizationAccountAccessRole"]})
regions = ["eu-west-1", "us-east-1"]
seed["detectors"] = [{"id": f"{i:032x}", "account": security, "region": r} for i, r in enumerate(regions, 1)] + [{"id": detector, "account": management, "region": "eu-west-1"}]
resource = lambda type, id, account, region, **attributes: {"type": type, "id": id, "account": account, "region": region, "attributes": attributes}
seed["resources"] = [
    *(resource("aws_guardduty_organization_admin_account", security, management, r, admin_account_id=security) for r in regions),
    *(resource("aws_securityhub_organization_admin_account", security, management, r, admin_account_id=security) for r in regions),
    resource("aws_inspector2_delegated_admin_account", security, management, "eu-west-1", account_id=security),
    *(resource("aws_securityhub_account", security, security, r) for r in regions),
    resource("aws_securityhub_account", management, management, "eu-west-1"),
    resource("aws_securityhub_finding_aggregator", f"arn:aws:securityhub:eu-west-1:{security}:finding-aggregator/0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d",
             security, "eu-west-1", arn=f"arn:aws:securityhub:eu-west-1:{security}:finding-aggregator/0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d",
             linking_mode="SPECIFIED_REGIONS", specified_regions=["us-east-1"]),
]
json.dump(seed, open(path, "w"))
PY
cat > "$work/blueprint.config.ts" <<TS
import { withoutEnvironment } from '$project/test/fixtures/example';
import servicesAlreadyOn from '$project/test/fixtures/services-already-on';
const input = withoutEnvironment(withoutEnvironment(servicesAlreadyOn(), 'test'), 'prod');
input.regions.additional = [];
export default input;
TS
started=$SECONDS
synth; bootstrap management; apply org; quietly tool accounts pull "${options[@]}"; synth
for account in log-archive security; do bootstrap "$account"; done
for stack in log-archive org-management security; do apply "$stack"; done
for stack in org log-archive org-management security; do unchanged "$stack"; done
proven "services that were on before are adopted: applied in $((SECONDS - started)) s, second plans have no changes"
python3 - "$out" "$security" "$detector" <<'PY'
import json, sys
out, security, detector = sys.argv[1:]
imports = lambda stack: {block["to"]: block["id"] for block in json.load(open(f"{out}/stacks/{stack}/cdk.tf.json")).get("import", [])}
assert imports("org-management")["aws_guardduty_detector.detection_guardduty-eu-west-1"] == f"{detector}@eu-west-1"
assert "aws_guardduty_detector.detection_guardduty-us-east-1" not in imports("org-management")
assert imports("org")["aws_securityhub_organization_admin_account.delegation_securityhub-us-east-1"] == f"{security}@us-east-1"
PY
proven "what was named is imported, what was not is made"
echo "$passed passed, 0 failed"
