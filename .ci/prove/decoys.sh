#!/usr/bin/env bash
# npm run decoys against moto's IAM and S3: the key lands in the decoy bucket and in no file, list shows none of it, a failure leaves no key, --replace leaves one.
set -euo pipefail
cd "$(dirname "$0")/../.."
project=$PWD work=$(mktemp -d)
trap 'kill "$pid" 2> /dev/null || true; rm -rf "$work"' EXIT
port=$(python3 -c 'import socket; s=socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
moto_server -H 127.0.0.1 -p "$port" > "$work/moto.log" 2>&1 & pid=$!
export AWS_ENDPOINT_URL=http://127.0.0.1:$port AWS_ACCESS_KEY_ID=proof AWS_SECRET_ACCESS_KEY=proof AWS_REGION=eu-west-1 AWS_DEFAULT_REGION=eu-west-1 AWS_EC2_METADATA_DISABLED=true
for _ in $(seq 60); do python3 -c "import urllib.request; urllib.request.urlopen('$AWS_ENDPOINT_URL/moto-api/', timeout=1)" 2> /dev/null && break; sleep 0.5; done

cat > "$work/blueprint.config.ts" <<TS
import input from '$project/test/fixtures/example-organization';
export default { ...input, detection: 'deception', deception: { names: { prod: { user: 'crm-sync', bucket: 'crm' } } } };
TS
echo '{"accounts": {"prod": "123456789012"}}' > "$work/accounts.json" # moto's own account
decoys() { node tools/run.cjs decoys "$@" --config "$work/blueprint.config.ts"; }
aws_python() { python3 -c "import boto3; iam, s3 = boto3.client('iam'), boto3.client('s3'); $1"; }
keys() { aws_python 'print(len(iam.list_access_keys(UserName="crm-sync")["AccessKeyMetadata"]))'; }
is() { [ "$2" = "$3" ] || { echo "FAILED: $1: must be $3, got $2"; exit 1; }; echo "proven: $1"; }

if decoys prod > "$work/out" 2>&1; then echo 'FAILED: lists an account without its user'; exit 1; fi
grep -q 'crm-sync: is no user of the account yet' "$work/out"; echo 'proven: says which stack is missing'
aws_python 'iam.create_user(UserName="crm-sync")'
if decoys prod --place --auto-approve > "$work/out" 2>&1; then echo 'FAILED: placed a key in a bucket that is not there'; exit 1; fi
is 'a key that could not be placed is gone' "$(keys)" 0
bucket=example-corp-prod-crm-123456789012
aws_python "s3.create_bucket(Bucket='$bucket', CreateBucketConfiguration={'LocationConstraint': 'eu-west-1'})"
decoys prod --place --auto-approve > "$work/out" 2>&1
aws_python "
objects = s3.list_objects_v2(Bucket='$bucket')['Contents']; text = s3.get_object(Bucket='$bucket', Key=objects[0]['Key'])['Body'].read().decode()
key = iam.list_access_keys(UserName='crm-sync')['AccessKeyMetadata'][0]['AccessKeyId']
assert len(objects) == 1 and key in text, text
print(text.split('aws_secret_access_key = ')[1].split()[0])" > "$work/secret"
decoys prod >> "$work/out" 2>&1
is 'the secret is in the object and in no output' "$(grep -cF -f "$work/secret" "$work/out" || true)" 0
! grep -rqF -f "$work/secret" cdktf.out rendered 2> /dev/null; echo 'proven: no file of the project holds it'
decoys prod --place --replace --auto-approve > "$work/out" 2>&1
is 'a replaced key leaves one' "$(keys)" 1
is 'printed once, a key is a credentials file' "$(decoys prod --print --auto-approve 2> /dev/null | grep -c '^aws_')" 2
