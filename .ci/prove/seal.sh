#!/usr/bin/env bash
# --seal against moto's IAM: refused while break-glass is missing, then only break-glass of management may enter; twice is the same.
. "$(dirname "$0")/setup.sh"
synth; bootstrap management; apply org; quietly tool accounts pull "${options[@]}"; synth
iam() { python3 - "$endpoint" "$work/accounts.json" "$1" <<'PY'
import boto3, json, sys
endpoint, accounts, what = sys.argv[1:]
account = json.load(open(accounts))["accounts"]["log-archive"]
keys = {"endpoint_url": endpoint, "region_name": "eu-west-1"}
role = boto3.client("sts", aws_access_key_id="proof", aws_secret_access_key="proof", **keys).assume_role(RoleArn=f"arn:aws:iam::{account}:role/OrganizationAccountAccessRole", RoleSessionName="proof")["Credentials"]
iam = boto3.client("iam", aws_access_key_id=role["AccessKeyId"], aws_secret_access_key=role["SecretAccessKey"], aws_session_token=role["SessionToken"], **keys)
trust = json.dumps({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::123456789012:root"}, "Action": "sts:AssumeRole"}]})
if what == "trust":
    statement = iam.get_role(RoleName="OrganizationAccountAccessRole")["Role"]["AssumeRolePolicyDocument"]["Statement"][0]
    assert statement["Condition"] == {"ArnEquals": {"aws:PrincipalArn": "arn:aws:iam::123456789012:role/platform/break-glass"}}, statement
else:
    iam.create_role(RoleName=what, AssumeRolePolicyDocument=trust)
PY
}
iam OrganizationAccountAccessRole
refused "has no role break-glass yet" tool bootstrap log-archive --seal "${options[@]}"; proven "sealing is refused while nobody else could enter"
iam break-glass
quietly tool bootstrap log-archive --seal "${options[@]}"; iam trust
quietly tool bootstrap log-archive --seal "${options[@]}"; iam trust; proven "the bootstrap role is sealed to break-glass, twice"
echo "$passed passed, 0 failed"
