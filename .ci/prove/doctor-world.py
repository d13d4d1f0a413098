"""Makes what an account had before the blueprint, in moto (which doctor asks) and in the offline provider's seed (which terraform meets)."""
import json, sys
import boto3

endpoint, work, name = sys.argv[1:]
home = {"endpoint_url": endpoint, "region_name": "eu-west-1"}
keys = {"aws_access_key_id": "proof", "aws_secret_access_key": "proof"}
seed = json.load(open(f"{work}/seed.json"))
ids = json.load(open(f"{work}/accounts.json"))
account = "123456789012"

if name == "management":
    organizations = boto3.client("organizations", **home, **keys)
    organization = organizations.create_organization(FeatureSet="ALL")["Organization"]["Id"]
    root = organizations.list_roots()["Roots"][0]["Id"]
    unit = organizations.create_organizational_unit(ParentId=root, Name="workloads")["OrganizationalUnit"]["Id"]
    for service in ["sso.amazonaws.com", "license-manager.amazonaws.com"]:
        organizations.enable_aws_service_access(ServicePrincipal=service)
    ids["organization"].update(id=organization, rootId=root)
    seed["organization"].update(id=organization, root_id=root, aws_service_access_principals=["sso.amazonaws.com", "license-manager.amazonaws.com"])
    seed["accounts"][0]["parent_id"] = root
    seed["organizational_units"] = [{"id": unit, "name": "workloads", "parent_id": root}]
    json.dump(ids, open(f"{work}/accounts.json", "w"))
else:
    account = ids["accounts"][name]
    session = boto3.client("sts", **home, **keys).assume_role(RoleArn=f"arn:aws:iam::{account}:role/OrganizationAccountAccessRole", RoleSessionName="proof")["Credentials"]
    keys = {"aws_access_key_id": session["AccessKeyId"], "aws_secret_access_key": session["SecretAccessKey"], "aws_session_token": session["SessionToken"]}

iam = boto3.client("iam", **home, **keys)
issuer = "token.actions.githubusercontent.com"
arn = iam.create_open_id_connect_provider(Url=f"https://{issuer}", ClientIDList=["sts.amazonaws.com"], ThumbprintList=["a" * 40])["OpenIDConnectProviderArn"]
iam.update_account_password_policy(MinimumPasswordLength=8)
config = boto3.client("config", **home, **keys)
config.put_configuration_recorder(ConfigurationRecorder={"name": "old-recorder", "roleARN": f"arn:aws:iam::{account}:role/config"})
boto3.client("s3", **home, **keys).create_bucket(Bucket=f"old-config-{account}", CreateBucketConfiguration={"LocationConstraint": "eu-west-1"})
config.put_delivery_channel(DeliveryChannel={"name": "old-channel", "s3BucketName": f"old-config-{account}"})

def resource(kind, id, attributes, **place):
    return {"type": kind, "id": id, "account": account, "attributes": attributes, **place}

seed.setdefault("resources", []).extend([
    resource("aws_iam_openid_connect_provider", arn, {"arn": arn, "url": f"https://{issuer}", "client_id_list": ["sts.amazonaws.com"]}),
    resource("aws_iam_account_password_policy", "iam-account-password-policy", {"minimum_password_length": 8}),
    resource("aws_config_configuration_recorder", "old-recorder", {"name": "old-recorder", "role_arn": f"arn:aws:iam::{account}:role/config"}, region="eu-west-1"),
    resource("aws_config_delivery_channel", "old-channel", {"name": "old-channel", "s3_bucket_name": f"old-config-{account}"}, region="eu-west-1"),
])
json.dump(seed, open(f"{work}/seed.json", "w"))
