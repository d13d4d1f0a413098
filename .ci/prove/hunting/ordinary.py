"""A month of ordinary work, on which no query may say a word."""
from records import ARCHIVE, DEV, PROD, alert, balanced, bucket_request, call, compliance, config_file, distributed, edge_request, finding, firewall, flow, handshake, item, lookup, of_day, request, role, security_group, sign_in, user

APPLY, AUDITOR, APP = role('apply', 'github'), role('AWSReservedSSO_SecurityAuditor_1', 'grace'), role('app/shop', 'i-0123456789abcdef0')
TERRAFORM, JAVA = 'APN/1.0 HashiCorp/1.0 Terraform/1.13.0', 'aws-sdk-java/2.30.0'


def apply(service, name, **more):
    return call(service, name, APPLY, agent=TERRAFORM, **more)


def app(service, name, **more):
    return call(service, name, APP, agent=JAVA, **more)


def cloudtrail():
    records = []
    for day in range(31):
        records += [
            call('s3', 'ListBuckets', days_ago=day, account=DEV),
            call('ec2', 'DescribeInstances', days_ago=day, seconds=60),
            call('ec2', 'DescribeInstances', days_ago=day, seconds=90, region='eu-central-1'),
            apply('sts', 'GetCallerIdentity', days_ago=day, region='us-east-1'),
            app('kms', 'Decrypt', days_ago=day, vpcEndpointId='vpce-1'),
            call('ssm', 'StartSession', role('AWSReservedSSO_DeveloperOperator_1', 'ada'), days_ago=day),
            app('secretsmanager', 'GetSecretValue', days_ago=day, requestParameters={'secretId': 'prod/shop'}),
            sign_in(days_ago=day, who=role('AWSReservedSSO_Developer_1', 'ada'), mfa='No'),  # Identity Center asked for it
        ]
    for number in range(12):
        records.append(call('iam', 'GetRole', AUDITOR, seconds=number, errorCode='AccessDenied'))
        records.append(app('s3', 'DeleteObject', seconds=number, requestParameters={'bucketName': 'prod-shop', 'key': str(number)}, eventCategory='Data'))
    services = ('ec2', 's3', 'iam', 'kms')
    records += [call(services[number % 4], f'Describe{number}', AUDITOR, seconds=number) for number in range(20)]
    records += [sign_in('Failure', ip='192.0.2.11', who=user('grace'), seconds=number) for number in range(3)]
    records += [
        apply('iam', 'AttachRolePolicy', requestParameters={'roleName': 'organization-trail', 'policyArn': 'arn:aws:iam::aws:policy/AdministratorAccess'}),
        call('iam', 'AttachRolePolicy', requestParameters={'roleName': 'app', 'policyArn': 'arn:aws:iam::aws:policy/ReadOnlyAccess'}),
        call('iam', 'PutRolePolicy', requestParameters={'roleName': 'app', 'policyDocument': '{"Statement":[{"Effect":"Allow","Action":["s3:GetObject"],"Resource":"*"}]}'}),
        call('iam', 'CreateRole', requestParameters={'roleName': 'app', 'assumeRolePolicyDocument': f'{{"Statement":[{{"Principal":{{"AWS":"arn:aws:iam::{PROD}:root"}}}}]}}'}),
        call('iam', 'CreateRole', requestParameters={'roleName': 'lambda', 'assumeRolePolicyDocument': '{"Statement":[{"Principal":{"Service":"lambda.amazonaws.com"}}]}'}),
        call('iam', 'CreateAccessKey', user('ada'), requestParameters={'userName': 'ada'}),
        call('iam', 'CreateAccessKey', requestParameters={'userName': 'ada'}, errorCode='AccessDenied'),
        call('cloudtrail', 'DescribeTrails', AUDITOR),
        apply('wafv2', 'CreateIPSet'),
        call('ec2', 'ModifySnapshotAttribute', requestParameters={'snapshotId': 'snap-1', 'createVolumePermission': {'remove': {'items': [{'group': 'all'}]}}}),
        apply('s3', 'PutBucketPolicy', requestParameters={'bucketName': 'b', 'bucketPolicy': {'Statement': [{'Effect': 'Deny', 'Principal': '*', 'Action': 's3:*'}]}}),
        apply('s3', 'PutBucketPublicAccessBlock', requestParameters={'bucketName': 'b', 'PublicAccessBlockConfiguration': {'BlockPublicAcls': True}}),
        app('s3', 'PutObject', eventCategory='Data', requestParameters={'bucketName': 'prod-shop', 'key': 'a', 'x-amz-server-side-encryption-aws-kms-key-id': f'arn:aws:kms:eu-west-1:{PROD}:key/1'}),
        apply('kms', 'CreateKey'),
        call('ec2', 'RunInstances', requestParameters={'instancesSet': {'items': [{'imageId': 'ami-1'}]}, 'instanceType': 't3.micro'}),
        call('ec2', 'RunInstances', requestParameters={'instanceType': 'm7g.2xlarge'}),
        apply('lambda', 'UpdateFunctionCode20150331v2', responseElements={'codeSha256': 'n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg='}),
        apply('ecr', 'PutImage', responseElements={'image': {'imageId': {'imageDigest': 'sha256:' + '9f' * 32}}}),
        call('kms', 'Decrypt', {'type': 'AWSService', 'invokedBy': 'athena.amazonaws.com'}, account=ARCHIVE, region='ap-south-1', ip='athena.amazonaws.com'),
    ]
    return records


def config_items():
    """Everything once a day, and what changed: load balancers are open on 443, networks are opened to ours, disks come and go."""
    files = []
    for day in range(31):
        groups = [security_group('sg-web', (443, '0.0.0.0/0'), (80, '0.0.0.0/0'), days_ago=day), security_group('sg-data', (5432, '10.16.4.0/22'), days_ago=day)]
        disks = [item('EC2::Volume', f'vol-{day}-{number}', None, 'ResourceDeleted', days_ago=day) for number in range(12)]
        verdicts = [compliance('prod-shop', 'COMPLIANT', days_ago=day), compliance('new-bucket', 'NON_COMPLIANT', days_ago=day)]
        files.append(config_file(*groups, days_ago=day, kind='ConfigSnapshot'))
        files.append(config_file(*groups, *disks, *verdicts, item('S3::Bucket', f'old-{day}', None, 'ResourceDeleted', days_ago=day), days_ago=day))
    # Closed again before anybody came, longer ago than the hunt looks.
    return [*files, config_file(security_group('sg-old', (22, '0.0.0.0/0'), days_ago=20), days_ago=20)]


def edge_requests():
    reader = [edge_request('192.0.2.30', uri=f'/article/{number}', seconds=number) for number in range(150)]
    scanner = [edge_request('192.0.2.31', uri=f'/{number % 9}.php', action='BLOCK', seconds=number) for number in range(40)]
    return reader + scanner


def bucket_requests():
    work = [bucket_request(key=f'{number}.json', days_ago=number % 5, seconds=number) for number in range(60)]
    # A service and a rule of S3 have names; a team whose role lost a right is refused, at one bucket; browsers ask first; strangers are refused.
    services = [bucket_request('REST.PUT.OBJECT', who='svc:cloudtrail.amazonaws.com', ip='-'), bucket_request('S3.EXPIRE.OBJECT', who='AmazonS3', ip='-', status='-', size='-')]
    refused = [bucket_request(key=f'{number % 9}.json', status='403', size='-', seconds=number) for number in range(60)]
    return work + services + refused + [bucket_request('REST.OPTIONS.PREFLIGHT', who='-', ip='192.0.2.95'), bucket_request(who='-', ip='192.0.2.96', status='403', size='-')]


def load_balancer_requests():
    """Readers, a broken link, an export as large as every day, a client that misspells, and one refused by a rule that blocks."""
    readers = [balanced(f'192.0.2.{number % 40}', f'https://shop.example.com:443/article/{number}', seconds=number, trace=f'1-{number}') for number in range(400)]
    broken = [balanced('192.0.2.41', 'https://shop.example.com:443/gone.png', '404', seconds=number) for number in range(80)]
    export = [balanced('192.0.2.42', 'https://shop.example.com:443/export', size='600000000', days_ago=day, seconds=number) for day in range(14) for number in range(2)]
    names = [balanced('192.0.2.43', host=f'{name}.example.com') for name in ('shop', 'www', 'api')]
    return readers + broken + export + names + [balanced('192.0.2.44', classification='Ambiguous', reason='SpaceInUri', status='400'), balanced('192.0.2.45', status='403', trace='1-blocked')]


def guardduty_findings():
    small = [finding('Recon:EC2/PortProbeUnprotectedPort', 2, days_ago=day) for day in range(20)] + [finding('Policy:IAMUser/RootCredentialUsage', 2), finding('Discovery:S3/AnomalousBehavior', 2)]
    # Long over, and a filter of the security team on something small.
    return small + [finding(f'{tactic}:IAMUser/AnomalousBehavior', 8, DEV, 60) for tactic in ('InitialAccess', 'Persistence', 'Exfiltration')] + [finding('Recon:EC2/Portscan', 2, archived=True)]


def logs():
    flows = [flow('10.16.4.7', '192.0.2.80', days_ago=day, seconds=number * number * 7, size=5_000_000) for day in range(15) for number in range(30)]
    flows += [flow('192.0.2.200', '10.16.0.9', port=port, direction='ingress', action='REJECT') for port in range(1, 60)]  # scanners of the internet
    flows += [flow('10.16.4.7', '10.16.8.9', port=5432, action='REJECT', seconds=number) for number in range(20)]
    flows += [flow('10.16.4.7', '52.218.0.1', seconds=number * 60, size=90_000_000, service='S3') for number in range(40)]
    names = [lookup('shop.example.com', days_ago=day) for day in range(15)] + [lookup(f'{number}.s3.eu-west-1.amazonaws.com', seconds=number) for number in range(80)]
    names += [lookup(f'typo{number}.example.com', rcode='NXDOMAIN', seconds=number) for number in range(40)] + [lookup('notmalware.example.org'), lookup('malware.example.com')]
    requests = [request(f'192.0.2.{number}', uri='/login', method='POST', ja4=f'ja4-{number}') for number in range(60)] + [request('192.0.2.9', uri='/.env', action='BLOCK', seconds=number) for number in range(25)]
    requests += [request('192.0.2.10', uri='/x', action='BLOCK'), request('192.0.2.10', seconds=9)]
    return {
        'cloudtrail': cloudtrail(),
        'flow_logs': flows,
        'resolver_queries': names,
        'resolver_queries_of_vpc': [{**name, 'log_vpc': name['vpc_id'], 'day': name['query_timestamp'][:10].replace('-', '/')} for name in names],
        'config_items': config_items(),
        'waf': requests,
        'bucket_requests': bucket_requests(),
        'bucket_requests_of_day': [of_day(record) for record in bucket_requests()],
        'load_balancer_requests': load_balancer_requests(),
        'load_balancer_connections': [handshake(f'192.0.2.{number % 50}', '-' if number % 9 == 0 else 'TLSv1.3', seconds=number) for number in range(400)],
        'distribution_requests': [distributed(f'192.0.2.{number % 60}', f'/page/{number}', seconds=number) for number in range(600)]
        + [distributed('192.0.2.61', '/film.mp4', size='900000000', seconds=number) for number in range(3)]
        + [distributed('192.0.2.62', '/login', '401' if number % 9 == 0 else '302', method='POST', seconds=number) for number in range(90)],
        'guardduty_findings': guardduty_findings(),
        'waf_edge': edge_requests(),
        'firewall_alerts': [alert(tls={'sni': 'shop.example.com', 'fingerprint': '01:23'}), alert('HTTP to shop', http={'hostname': 'shop.example.com', 'http_user_agent': 'curl/8.0'})],
        'firewall_flows': [firewall('netflow', netflow={'pkts': 9, 'bytes': 900, 'age': age}) for age in (5, 90_000)] + [firewall('netflow', port=5671, netflow={'pkts': 9, 'bytes': 900, 'age': 60})],
        'firewall_tls': [firewall('tls', tls={'sni': 'pinned.example.com'}, seconds=number) for number in range(4)],
    }
