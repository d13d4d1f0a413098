"""Writes every state that lies in moto into a folder: `states.py ENDPOINT FOLDER`."""
import json, os, sys
import boto3

endpoint, folder = sys.argv[1:]
s3 = boto3.client("s3", endpoint_url=endpoint, region_name="us-east-1", aws_access_key_id="proof", aws_secret_access_key="proof")
os.makedirs(folder, exist_ok=True)
count = 0
for bucket in s3.list_buckets()["Buckets"]:
    # Earlier versions too: a secret that was in a state once is still in its bucket.
    for version in s3.list_object_versions(Bucket=bucket["Name"]).get("Versions", []):
        body = s3.get_object(Bucket=bucket["Name"], Key=version["Key"], VersionId=version["VersionId"])["Body"].read()
        if version["Key"].endswith(".tflock"): continue
        state = json.loads(body)
        if state.get("version") == 4:
            count += 1
            open(os.path.join(folder, f"{bucket['Name']}-{count}.json"), "wb").write(body)
assert count, "no state was found"
print(count)
