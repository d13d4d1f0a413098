"""What moto lacks of AWS, answered from the offline provider's world: doctor then sees what terraform made. Arguments: moto's endpoint, folder with
world/ and seed.json, management's id, a file for its own endpoint. Who asks: access key "proof" is management, every other one the account of the session."""
import json, os, re, sys, urllib.error, urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

upstream, work, management, place = sys.argv[1:]

class Refused(Exception):
    """HTTP status, AWS's code, message."""

def objects():
    """Everything that exists; before terraform ran for the first time, what the seed says."""
    if os.path.exists(f"{work}/world/world.json"):
        return json.load(open(f"{work}/world/world.json"))["Objects"]
    seed = json.load(open(f"{work}/seed.json"))
    at = lambda type, one, **attributes: {"Type": type, "ID": one["id"], "Account": management, "Attributes": {**one, **attributes}}
    return [
        at("aws_organizations_organization", seed["organization"]),
        *(at("aws_organizations_account", one) for one in seed["accounts"]),
        *(at("aws_organizations_organizational_unit", one) for one in seed.get("organizational_units", [])),
        *({"Type": "aws_guardduty_detector", "ID": one["id"], "Account": one["account"], "Region": one["region"], "Attributes": {}} for one in seed.get("detectors", [])),
        *({"Type": one["type"], "ID": one["id"], "Account": one["account"], "Region": one.get("region"), "Attributes": one["attributes"]} for one in seed.get("resources", [])),
    ]

def answer(service, operation, account, region, body):
    def having(type, *, everywhere=False, owner=account):
        return [o for o in objects() if o["Type"] == type and not o.get("Gone") and o["Account"] == owner and (everywhere or o.get("Region") in (region, None))]
    attribute = lambda type, name, **where: [o["Attributes"][name] for o in having(type, **where)]
    administrators = lambda service, name, account_field, status=None: {name: [{account_field: id, **(status or {})} for id in attribute(f"aws_{service}_organization_admin_account", "account_id" if service == "detective" else "admin_account_id")]}
    if service == "guardduty":
        if operation == "/detector": return {"detectorIds": [o["ID"] for o in having("aws_guardduty_detector")]}
        if operation == "/admin": return administrators(service, "adminAccounts", "adminAccountId", {"adminStatus": "ENABLED"})
    if service == "securityhub":
        if operation == "/organization/admin": return administrators(service, "AdminAccounts", "AccountId", {"Status": "ENABLED"})
        if operation in ("/accounts", "/findingAggregator/list") and not having("aws_securityhub_account"): raise Refused(401, "InvalidAccessException", f"Account {account} is not subscribed to AWS Security Hub")
        if operation == "/accounts": return {"HubArn": f"arn:aws:securityhub:{region}:{account}:hub/default"}
        if operation == "/findingAggregator/list": return {"FindingAggregators": [{"FindingAggregatorArn": o["ID"]} for o in having("aws_securityhub_finding_aggregator", everywhere=True)]}
    if service == "macie2" and operation == "/admin":
        found = administrators(service, "adminAccounts", "accountId", {"status": "ENABLED"})
        if not found["adminAccounts"]: raise Refused(403, "AccessDeniedException", "Macie is not enabled")
        return found
    if service == "detective":
        if operation == "/orgs/adminAccountslist":
            ids = attribute("aws_detective_organization_admin_account", "account_id")
            return {"Administrators": [{"AccountId": id, "GraphArn": graph} for id in ids for graph in attribute("aws_detective_graph", "graph_arn", owner=id)]}
        if operation == "/graphs/list": return {"GraphList": [{"Arn": arn} for arn in attribute("aws_detective_graph", "graph_arn")]}
    if service == "inspector2" and operation == "/delegatedadminaccounts/list":
        return {"delegatedAdminAccounts": [{"accountId": id, "status": "ENABLED"} for id in attribute("aws_inspector2_delegated_admin_account", "account_id")]}
    if service == "ce" and operation == "GetAnomalyMonitors":
        return {"AnomalyMonitors": [{"MonitorArn": o["ID"], "MonitorName": o["Attributes"]["name"], "MonitorType": "DIMENSIONAL", "MonitorDimension": "SERVICE"} for o in having("aws_ce_anomaly_monitor", everywhere=True)]}
    if service == "cloudtrail" and operation == "DescribeTrails":
        return {"trailList": [{"Name": o["Attributes"]["name"], "HomeRegion": o["Region"], "IsOrganizationTrail": o["Attributes"].get("is_organization_trail", False), "S3BucketName": o["Attributes"]["s3_bucket_name"], "TrailARN": o["ID"]} for o in having("aws_cloudtrail", everywhere=True)]}
    if service == "config":
        if operation == "DescribeConfigurationRecorders": return {"ConfigurationRecorders": [{"name": name} for name in attribute("aws_config_configuration_recorder", "name")]}
        if operation == "DescribeDeliveryChannels": return {"DeliveryChannels": [{"name": o["Attributes"]["name"], "s3BucketName": o["Attributes"]["s3_bucket_name"]} for o in having("aws_config_delivery_channel")]}
    if service == "access-analyzer" and operation == "/analyzer":
        return {"analyzers": [{"arn": o["ID"], "name": o["Attributes"]["analyzer_name"], "type": o["Attributes"]["type"], "createdAt": "2025-01-01T00:00:00Z", "status": "ACTIVE"} for o in having("aws_accessanalyzer_analyzer") if o["Attributes"]["type"] == body.get("type")]}
    if service == "organizations":
        organization = having("aws_organizations_organization", everywhere=True)[0]["Attributes"]
        if operation == "ListAWSServiceAccessForOrganization": return {"EnabledServicePrincipals": [{"ServicePrincipal": one} for one in organization["aws_service_access_principals"]]}
        if operation == "ListRoots": return {"Roots": [{"Id": "r-a1b2", "PolicyTypes": [{"Type": one, "Status": "ENABLED"} for one in organization.get("enabled_policy_types") or []]}]}
        if operation == "ListAccounts": return {"Accounts": [{"Id": o["ID"], "Email": o["Attributes"]["email"], "Name": o["Attributes"]["name"]} for o in having("aws_organizations_account", everywhere=True)]}
        if operation == "ListOrganizationalUnitsForParent": return {"OrganizationalUnits": [{"Id": o["ID"], "Name": o["Attributes"]["name"]} for o in having("aws_organizations_organizational_unit", everywhere=True) if o["Attributes"]["parent_id"] == body["ParentId"]]}
        if operation == "ListPolicies": return {"Policies": [{"Id": o["ID"], "Name": o["Attributes"]["name"]} for o in having("aws_organizations_policy", everywhere=True) if o["Attributes"]["type"] == body["Filter"]]}
        if operation == "DescribeResourcePolicy": raise Refused(400, "ResourcePolicyNotFoundException", "none")
        if operation == "ListDelegatedAdministrators": return {"DelegatedAdministrators": [{"Id": o["Attributes"]["account_id"]} for o in having("aws_organizations_delegated_administrator", everywhere=True) if o["Attributes"]["service_principal"] == body["ServicePrincipal"]]}
    if service == "sso":
        if operation == "ListPermissionSets": return {"PermissionSets": attribute("aws_ssoadmin_permission_set", "arn", everywhere=True)}
        if operation == "DescribePermissionSet": return {"PermissionSet": {"Name": next(o["Attributes"]["name"] for o in having("aws_ssoadmin_permission_set", everywhere=True) if o["Attributes"]["arn"] == body["PermissionSetArn"])}}
        if operation == "DescribeInstanceAccessControlAttributeConfiguration": raise Refused(400, "ResourceNotFoundException", "none")
    raise Refused(501, "NotImplemented", f"{service} {operation}")

class Handler(BaseHTTPRequestHandler):
    def do_POST(self):
        text = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        key, region, service = re.search(r"Credential=([^/]+)/\d+/([^/]+)/([^/]+)/", self.headers["Authorization"]).groups()
        path, _, query = self.path.partition("?")
        operation = (self.headers.get("X-Amz-Target") or path).split(".")[-1]
        body = json.loads(text or b"{}") | dict(pair.split("=", 1) for pair in query.split("&") if "=" in pair)
        try:
            self.reply(200, answer(service, operation, management if key == "proof" else self.account(), region, body))
        except Refused as error:
            status, name, message = error.args
            self.reply(status, {"__type": name, "message": message}, {"x-amzn-errortype": name})
    do_GET = do_POST

    def account(self):
        """moto knows whose session a key is of."""
        request = urllib.request.Request(upstream, b"Action=GetCallerIdentity&Version=2011-06-15", {"Authorization": re.sub(r"/[^/]+/aws4_request", "/sts/aws4_request", self.headers["Authorization"])})
        return re.search(rb"<Account>(\d+)</Account>", urllib.request.urlopen(request).read()).group(1).decode()

    def reply(self, status, body, headers={}):
        text = json.dumps(body).encode()
        self.send_response(status)
        for name, value in {"Content-Type": "application/json", "Content-Length": str(len(text)), **headers}.items(): self.send_header(name, value)
        self.end_headers()
        self.wfile.write(text)

    def log_message(self, *_):
        pass

server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
open(place, "w").write(f"http://127.0.0.1:{server.server_port}")
server.serve_forever()
