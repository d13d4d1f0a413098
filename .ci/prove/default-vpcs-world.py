"""What AWS gives every region of an account, completed where moto falls short; and questions to it. Arguments: endpoint, account, what, regions."""
import json, sys
import boto3

endpoint, account, what, *regions = sys.argv[1:]
home = {"endpoint_url": endpoint, "region_name": "eu-west-1"}
keys = {"aws_access_key_id": "proof", "aws_secret_access_key": "proof"}
if account != "123456789012":
    role = f"arn:aws:iam::{account}:role/OrganizationAccountAccessRole"
    session = boto3.client("sts", **home, **keys).assume_role(RoleArn=role, RoleSessionName="proof")["Credentials"]
    keys = {"aws_access_key_id": session["AccessKeyId"], "aws_secret_access_key": session["SecretAccessKey"], "aws_session_token": session["SessionToken"]}
ec2 = lambda region: boto3.client("ec2", endpoint_url=endpoint, region_name=region, **keys)
switched_on = lambda: sorted(r["RegionName"] for r in ec2("eu-west-1").describe_regions()["Regions"] if r["OptInStatus"] != "not-opted-in")
inside = lambda vpc: [{"Name": "vpc-id", "Values": [vpc]}]

def networks(region):
    """Everything that a removal could touch, as one text."""
    client = ec2(region)
    found = {
        "vpcs": client.describe_vpcs()["Vpcs"], "subnets": client.describe_subnets()["Subnets"],
        "gateways": client.describe_internet_gateways()["InternetGateways"], "groups": client.describe_security_groups()["SecurityGroups"],
        "acls": client.describe_network_acls()["NetworkAcls"], "tables": client.describe_route_tables()["RouteTables"],
    }
    return json.dumps(found, sort_keys=True, default=str)

for region in regions or switched_on():
    client = ec2(region)
    defaults = [vpc["VpcId"] for vpc in client.describe_vpcs()["Vpcs"] if vpc["IsDefault"]]
    if what == "complete":  # moto's default VPCs have no gateway; the rest is what people add
        (vpc,) = defaults
        gateway = client.create_internet_gateway()["InternetGateway"]["InternetGatewayId"]
        client.attach_internet_gateway(InternetGatewayId=gateway, VpcId=vpc)
        one, two = [client.create_security_group(GroupName=name, Description=name, VpcId=vpc)["GroupId"] for name in ("one", "two")]
        for group, other in ((one, two), (two, one)):
            client.authorize_security_group_ingress(GroupId=group, IpPermissions=[{"IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, "UserIdGroupPairs": [{"GroupId": other}]}])
        client.create_network_acl(VpcId=vpc)
        client.create_route_table(VpcId=vpc)
        client.create_vpc(CidrBlock="10.0.0.0/16")  # not a default VPC: nobody may touch it
    elif what == "use":
        subnet = client.describe_subnets(Filters=inside(defaults[0]))["Subnets"][0]["SubnetId"]
        print(client.create_network_interface(SubnetId=subnet, Description="somebody works here")["NetworkInterface"]["NetworkInterfaceId"])
    elif what == "networks":
        print(region, networks(region))
    elif what == "regions":
        print(region)
    elif what == "gone":
        assert not defaults, (region, defaults)
        assert [vpc["CidrBlock"] for vpc in client.describe_vpcs()["Vpcs"]] == ["10.0.0.0/16"], region
        assert not client.describe_internet_gateways()["InternetGateways"], region
        assert not client.describe_subnets()["Subnets"], region
