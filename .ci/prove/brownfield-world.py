"""An organization where everything is on already: in the offline provider's seed (which terraform meets) and, where doctor asks moto, in moto."""
import json, sys
import boto3

endpoint, work, management = sys.argv[1:]
ids = {"security": "333333333333", "log-archive": "222222222222", "prod": "444444444444"}
regions, home = ["eu-west-1", "us-east-1"], "eu-west-1"
seed = json.load(open(f"{work}/seed.json"))
services = ["sso", "guardduty", "securityhub", "macie", "detective", "inspector2", "access-analyzer", "config", "cloudtrail", "license-manager"]
seed["organization"].update(aws_service_access_principals=[f"{name}.amazonaws.com" for name in services], in_use=[f"{name}.amazonaws.com" for name in services])
seed["organizational_units"] = [{"id": "ou-a1b2-11111111", "name": "workloads", "parent_id": "r-a1b2"}]
seed["accounts"] += [{"id": id, "name": name, "email": f"aws+{name}@example.com", "parent_id": "r-a1b2", "roles": ["OrganizationAccountAccessRole"]} for name, id in ids.items()]
issuer = "token.actions.githubusercontent.com"
security = ids["security"]
aggregator = f"arn:aws:securityhub:{home}:{security}:finding-aggregator/0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d"
monitor = f"arn:aws:ce::{management}:anomalymonitor/0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d"
trail = f"arn:aws:cloudtrail:{home}:{management}:trail/old-trail"

def one(type, id, account, region=None, /, **attributes):
    return {"type": type, "id": id, "account": account, **({"region": region} if region else {}), "attributes": {"id": id, **attributes}}

def everywhere(type, account, id=None, /, **attributes):
    return [one(type, id or account, account, region, **attributes) for region in regions]

resources = [
    one("aws_organizations_delegated_administrator", f"{security}/config.amazonaws.com", management, account_id=security, service_principal="config.amazonaws.com"),
    one("aws_organizations_delegated_administrator", f"{security}/access-analyzer.amazonaws.com", management, account_id=security, service_principal="access-analyzer.amazonaws.com"),
    *everywhere("aws_guardduty_organization_admin_account", management, security, admin_account_id=security),
    *everywhere("aws_securityhub_organization_admin_account", management, security, admin_account_id=security),
    *everywhere("aws_macie2_organization_admin_account", management, security, admin_account_id=security),
    one("aws_detective_organization_admin_account", security, management, home, account_id=security),
    one("aws_inspector2_delegated_admin_account", security, management, home, account_id=security),
    *everywhere("aws_securityhub_account", security), *everywhere("aws_macie2_account", security),
    one("aws_securityhub_account", management, management, home),
    one("aws_securityhub_finding_aggregator", aggregator, security, home, arn=aggregator, linking_mode="ALL_REGIONS"),
    one("aws_ce_anomaly_monitor", monitor, management, arn=monitor, name="Default-Services-Monitor", monitor_type="DIMENSIONAL", monitor_dimension="SERVICE"),
    one("aws_cloudtrail", trail, management, home, arn=trail, name="old-trail", s3_bucket_name="old-trail-logs", is_organization_trail=True),
    one("aws_accessanalyzer_analyzer", "old-analyzer", security, home, analyzer_name="old-analyzer", type="ORGANIZATION"),
]
graph = f"arn:aws:detective:{home}:{security}:graph:0123456789abcdef0123456789abcdef"
resources.append(one("aws_detective_graph", graph, security, home, graph_arn=graph))
seed["detectors"] = [{"id": f"{index:032x}", "account": security, "region": region} for index, region in enumerate(regions, 1)] + [{"id": "0123456789abcdef" * 2, "account": management, "region": home}]

for account in [management, *ids.values()]:
    keys = {"aws_access_key_id": "proof", "aws_secret_access_key": "proof"}
    if account != management:
        session = boto3.client("sts", endpoint_url=endpoint, region_name=home, **keys).assume_role(RoleArn=f"arn:aws:iam::{account}:role/OrganizationAccountAccessRole", RoleSessionName="proof")["Credentials"]
        keys = {"aws_access_key_id": session["AccessKeyId"], "aws_secret_access_key": session["SecretAccessKey"], "aws_session_token": session["SessionToken"]}
    iam = boto3.client("iam", endpoint_url=endpoint, region_name=home, **keys)
    arn = iam.create_open_id_connect_provider(Url=f"https://{issuer}", ClientIDList=["sts.amazonaws.com"], ThumbprintList=["a" * 40])["OpenIDConnectProviderArn"]
    iam.update_account_password_policy(MinimumPasswordLength=8)
    # moto would name the service-linked role otherwise than AWS does
    iam.create_role(Path="/aws-service-role/config.amazonaws.com/", RoleName="AWSServiceRoleForConfig", AssumeRolePolicyDocument="{}")
    role = f"arn:aws:iam::{account}:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig"
    resources += [
        one("aws_iam_openid_connect_provider", arn, account, arn=arn, url=f"https://{issuer}", client_id_list=["sts.amazonaws.com"]),
        one("aws_iam_account_password_policy", "iam-account-password-policy", account, minimum_password_length=8),
        one("aws_iam_service_linked_role", role, account, arn=role, aws_service_name="config.amazonaws.com"),
        *everywhere("aws_config_configuration_recorder", account, "default", name="default", role_arn=role),
        *everywhere("aws_config_delivery_channel", account, "default", name="default", s3_bucket_name=f"old-config-{account}"),
    ]
seed["resources"] = resources
json.dump(seed, open(f"{work}/seed.json", "w"))
