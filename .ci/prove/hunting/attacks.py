"""For every saved query one attack, and what its result must name."""
from records import DEV, PROD, alert, bucket_request, call, compliance, config_file, edge_request, firewall, flow, item, lookup, of_day, request, role, security_group, sign_in, user

MOST_ROWS = 3
EVIL, EVIL_NETWORK = '203.0.113.66', '198.51.100.200'  # rules/ioc/starter.csv
MALLORY = role('Developer', 'mallory')
DAYS = range(2, 12)


def planted():
    """Query -> (records by table, texts that the result must hold, answers to what it asks)."""
    trail = lambda *records: {'cloudtrail': list(records)}
    return {
        'indicator-address-calls': (trail(call('sts', 'GetCallerIdentity', MALLORY, ip=EVIL), call('s3', 'ListBuckets', MALLORY, ip=EVIL_NETWORK)), ['mallory', EVIL, EVIL_NETWORK, '198.51.100.128/25']),
        'indicator-address-flows': ({'flow_logs': [flow('10.16.4.7', EVIL), flow(EVIL_NETWORK, '10.16.4.7', direction='ingress')]}, [EVIL, EVIL_NETWORK, 'i-0123456789abcdef0']),
        'indicator-domain-lookups': ({'resolver_queries': [lookup('MALWARE.example'), lookup('a.b.command-and-control.example')]}, ["'malware.example'", '*.command-and-control.example']),
        'indicator-web-requests': ({'waf': [request(EVIL, '/admin'), request(EVIL_NETWORK, '/', action='BLOCK')]}, [EVIL, EVIL_NETWORK, '/admin']),
        'indicator-user-agents': ({'cloudtrail': [call('s3', 'ListBuckets', MALLORY, agent='Example-Implant/1.0 (x)')], 'waf': [request('192.0.2.77', agent='example-implant/1.0')]}, ['mallory', '192.0.2.77']),
        'indicator-hashes': (trail(call('lambda', 'UpdateFunctionCode20150331v2', MALLORY, responseElements={'codeSha256': 'J1oCG7+2SJ5U1HGJn3250WY/xpXsL+KixFOKq/ZR/Q8='}),
            call('ecr', 'PutImage', MALLORY, responseElements={'image': {'imageId': {'imageDigest': 'sha256:275a021bbfb6489e54d471899f7db9d1663fc695ec2fe2a2c4538aabf651fd0f'}}})), ['mallory', 'PutImage', 'UpdateFunctionCode']),
        'indicator-principals': (trail(call('ec2', 'ModifyImageAttribute', MALLORY, requestParameters={'launchPermission': {'add': {'items': [{'organizationArn': 'arn:aws:iam::999999999999:root'}]}}})), ['mallory', '999999999999']),
        'indicator-firewall-names': ({'firewall_alerts': [alert('Indicator: TLS', 'blocked', tls={'sni': 'x.malware.example'}), alert(http={'hostname': 'malware.example'})]}, ['x.malware.example', "'malware.example'"]),
        'sign-in-without-mfa': (trail(sign_in(mfa='No', who=user('mallory'), ip='192.0.2.99')), ['user/mallory']),
        'sign-in-guessing': (trail(*[sign_in('Failure', who=user(f'user{number}'), ip='192.0.2.99', seconds=number) for number in range(12)], sign_in(who=user('user7'), ip='192.0.2.99', seconds=60)), ['192.0.2.99', '12, 1']),
        'first-calls-in-region': (trail(call('ec2', 'RunInstances', MALLORY, region='ap-northeast-3')), ['ap-northeast-3', PROD]),
        'first-tool-of-principal': (trail(call('s3', 'ListBuckets', role('pipeline', 'x'), agent='Boto3/1.40', ip='192.0.2.99'), *[call('s3', 'ListBuckets', role('pipeline', 'x'), days_ago=day, agent='aws-sdk-go/1.55') for day in range(2, 14)]), ['role/pipeline', 'Boto3']),
        'credentials-for-others': (trail(call('iam', 'CreateAccessKey', MALLORY, requestParameters={'userName': 'break-glass-1'})), ['mallory', 'break-glass-1']),
        'administrator-rights-given': (trail(call('iam', 'AttachUserPolicy', MALLORY, requestParameters={'userName': 'x', 'policyArn': 'arn:aws:iam::aws:policy/AdministratorAccess'}),
            call('iam', 'PutRolePolicy', MALLORY, requestParameters={'roleName': 'x', 'policyDocument': '{"Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}'})), ['AttachUserPolicy', 'PutRolePolicy']),
        'trust-in-strangers': (trail(call('iam', 'UpdateAssumeRolePolicy', MALLORY, requestParameters={'roleName': 'backdoor', 'policyDocument': '{"Statement":[{"Principal":{"AWS":"arn:aws:iam::888877776666:root"}}]}'}),
            call('iam', 'CreateRole', MALLORY, requestParameters={'roleName': 'open-door', 'assumeRolePolicyDocument': '{"Statement":[{"Principal":{"AWS":"*"}}]}'})), ['backdoor', '888877776666', 'open-door']),
        'identity-providers-added': (trail(call('iam', 'CreateSAMLProvider', MALLORY, requestParameters={'name': 'evil'})), ['evil']),
        'denied-calls': (trail(*[call(service, f'{verb}Things', MALLORY, errorCode=error, seconds=number) for number, (service, verb, error) in enumerate(
            (s, v, e) for s, e in (('iam', 'AccessDenied'), ('ec2', 'Client.UnauthorizedOperation'), ('s3', 'AccessDenied'), ('kms', 'AccessDeniedException')) for v in ('Put', 'Create', 'Get', s))]), ['mallory']),
        'discovery-sweep': (trail(*[call(service, f'List{name}', MALLORY, seconds=index) for index, (service, name) in enumerate((s, n) for s in ('ec2', 's3', 'iam', 'kms', 'rds', 'lambda', 'ecs', 'sns', 'sqs') for n in ('A', 'B', 'C'))]), ['mallory', '9, 27']),
        'instance-credentials-elsewhere': (trail(call('s3', 'ListBuckets', role('web', 'i-0aa1bb2cc3dd4ee5f'), ip='192.0.2.50', agent='aws-sdk-java/2'), call('s3', 'ListBuckets', role('web', 'i-0aa1bb2cc3dd4ee5f'), ip='192.0.2.99', agent='aws-sdk-java/2', seconds=60)), ['i-0aa1bb2cc3dd4ee5f', '192.0.2.99']),
        'recording-switched-off': (trail(call('cloudtrail', 'StopLogging', MALLORY), call('guardduty', 'CreateIPSet', MALLORY, errorCode='AccessDenied')), ['StopLogging', 'CreateIPSet']),
        'snapshots-shared': (trail(call('ec2', 'ModifySnapshotAttribute', MALLORY, requestParameters={'snapshotId': 'snap-7', 'createVolumePermission': {'add': {'items': [{'userId': '888877776666'}]}}}),
            call('rds', 'ModifyDBSnapshotAttribute', MALLORY, requestParameters={'dBSnapshotIdentifier': 'db-7', 'valuesToAdd': ['all']})), ['snap-7', 'db-7']),
        'buckets-opened': (trail(call('s3', 'PutBucketPolicy', MALLORY, requestParameters={'bucketName': 'open-policy', 'bucketPolicy': {'Statement': [{'Effect': 'Allow', 'Principal': '*', 'Action': 's3:GetObject'}]}}),
            call('s3', 'PutBucketPublicAccessBlock', MALLORY, requestParameters={'bucketName': 'open-block', 'PublicAccessBlockConfiguration': {'BlockPublicAcls': False}}), call('s3', 'PutBucketAcl', MALLORY, requestParameters={'bucketName': 'open-acl', 'x-amz-acl': 'public-read'})), ['open-policy', 'open-block', 'open-acl']),
        'secrets-read-in-bulk': (trail(*[call('secretsmanager', 'GetSecretValue', MALLORY, seconds=number, requestParameters={'secretId': f'prod/{number}'}) for number in range(12)]), ['mallory', '12']),
        'first-remote-commands': (trail(call('ssm', 'SendCommand', role('web', 'x', DEV), account=DEV)), ['role/web', 'SendCommand']),
        'keys-destroyed': (trail(call('kms', 'ScheduleKeyDeletion', MALLORY, requestParameters={'keyId': 'key-7', 'pendingWindowInDays': 7})), ['key-7']),
        'objects-held-to-ransom': (trail(call('s3', 'CopyObject', MALLORY, requestParameters={'bucketName': 'prod-shop', 'x-amz-server-side-encryption-customer-algorithm': 'AES256'}),
            call('s3', 'PutObject', MALLORY, requestParameters={'bucketName': 'prod-data', 'x-amz-server-side-encryption-aws-kms-key-id': 'arn:aws:kms:us-east-1:888877776666:key/1'})), ['prod-shop', 'prod-data']),
        'objects-deleted-in-bulk': (trail(*[call('s3', 'DeleteObjects', MALLORY, seconds=number, requestParameters={'bucketName': 'prod-shop'}) for number in range(60)]), ['mallory', 'prod-shop', '60']),
        'costly-instances': (trail(call('ec2', 'RunInstances', MALLORY, region='ap-northeast-3', requestParameters={'instanceType': 'p5.48xlarge'}), call('ec2', 'RunInstances', MALLORY, errorCode='Client.VcpuLimitExceeded', requestParameters={'instanceType': 'c7i.24xlarge'})), ['p5.48xlarge', 'c7i.24xlarge']),
        'port-scan-inside': ({'flow_logs': [flow('10.16.4.99', f'10.16.8.{host}', port=port, action='REJECT') for host in range(1, 9) for port in (22, 80, 445, 3389, 5432)]}, ['10.16.4.99', '8, 40']),
        'upload-to-new-address': ({'flow_logs': [flow('10.16.4.7', '192.0.2.222', size=200_000_000, seconds=number * number) for number in range(8)]}, ['192.0.2.222']),
        'beacons': ({'flow_logs': [flow('10.16.4.7', '192.0.2.223', seconds=number * 300 + number % 2, size=300) for number in range(40)]}, ['192.0.2.223', '40']),
        'dns-tunnels': ({'resolver_queries': [lookup(f'{number:02d}{"a1b2c3d4" * 6}.t.tunnel.example', seconds=number) for number in range(60)]}, ['tunnel.example', '60']),
        'generated-domains': ({'resolver_queries': [lookup(f'x{number}q7z.example', rcode='NXDOMAIN', seconds=number, instance='i-0eee') for number in range(40)]}, ['i-0eee', '40']),
        'scanners-that-got-through': ({'waf': [*[request('192.0.2.88', f'/{number}.php', 'BLOCK', seconds=number) for number in range(25)], request('192.0.2.88', '/backup', seconds=60)]}, ['192.0.2.88', '/backup']),
        'one-tool-many-addresses': ({'waf': [request(f'198.51.100.{number}', '/login', method='POST', ja4='t13d_bot') for number in range(1, 41)]}, ['t13d_bot', '40']),
        'alerts-between-workloads': ({'firewall_alerts': [alert('SMB exploit', 'blocked', src='10.16.4.7', dst='10.16.8.9', port=445)]}, ['10.16.8.9', 'SMB exploit']),
        'long-connections': ({'firewall_flows': [firewall('netflow', dst='192.0.2.44', port=4444, netflow={'pkts': 9000, 'bytes': 900000, 'age': 40000})]}, ['192.0.2.44', '4444']),
        'tls-that-refuses-inspection': ({'firewall_tls': [firewall('tls', dst='192.0.2.45', tls={'sni': 'pinned.evil.example'}, seconds=number) for number in range(20)]}, ['pinned.evil.example', '20']),
        'ports-opened-to-all': ({'config_items': [config_file(security_group('sg-7', (22, '0.0.0.0/0'), days_ago=3, relatedEvents=['event-7']), security_group('sg-8', (443, '0.0.0.0/0')), days_ago=3)]}, ['sg-7', 'event-7', "'22'"]),
        'stores-deleted': ({'config_items': [config_file(*[item(of, f'store-{number}', None, 'ResourceDeleted', seconds=number) for number, of in enumerate(('RDS::DBInstance', 'RDS::DBSnapshot', 'S3::Bucket', 'DynamoDB::Table', 'KMS::Key'))])]}, ['6, ', 'AWS::RDS::DBInstance', 'store-4']),
        'compliance-lost': ({'config_items': [config_file(compliance('prod-shop', 'COMPLIANT', days_ago=5), days_ago=5), config_file(compliance('prod-shop', 'NON_COMPLIANT', days_ago=1), days_ago=1)]}, ['prod-shop', 's3-bucket-public-read-prohibited']),
        'indicator-edge-requests': ({'waf_edge': [edge_request(EVIL, uri='/admin'), edge_request(EVIL_NETWORK, action='BLOCK')]}, [EVIL, EVIL_NETWORK, '/admin']),
        'paths-guessed-at-edge': ({'waf_edge': [*[edge_request('192.0.2.88', uri=f'/{number}.bak', action='BLOCK' if number % 2 else 'ALLOW', seconds=number) for number in range(80)], edge_request('192.0.2.88', uri='/~backup.zip', seconds=90)]}, ['192.0.2.88', '81, 40', '/~backup.zip']),
        'timeline-of-caller': (trail(call('iam', 'CreateUser', MALLORY, days_ago=1, requestParameters={'userName': 'back-door'}), call('sts', 'GetCallerIdentity', MALLORY, days_ago=2), call('s3', 'ListBuckets', MALLORY, days_ago=9)), ['mallory', 'back-door', 'GetCallerIdentity'], ['mallory', '2026/11/20', '2026/11/25']),
        'connections-of-host': ({'flow_logs': [flow('10.16.4.99', '192.0.2.222', size=70_000, seconds=number) for number in range(10)]}, ['192.0.2.222', '700000'], ['10.16.4.99', '2026/11/24', '2026/11/25']),
        'names-of-vpc': ({'resolver_queries_of_vpc': [{**lookup('c2.evil.example'), 'log_vpc': 'vpc-9', 'day': '2026/11/25'}, {**lookup('old.evil.example'), 'log_vpc': 'vpc-9', 'day': '2026/11/01'}]}, ['c2.evil.example'], ['vpc-9', '2026/11/24', '2026/11/25']),
        'buckets-open-to-nobody-known': ({'bucket_requests': [bucket_request(who='-', ip='192.0.2.91', key=f'{number}.json', seconds=number) for number in range(5)]}, ['192.0.2.91', '5, 5, 20000']),
        'buckets-tried-by-one-address': ({'bucket_requests': [bucket_request(who='-', ip='192.0.2.92', bucket=f'example-corp-{name}', status='403', size='-') for name in ('prod-shop', 'prod-state', 'logs-cloudtrail')]}, ['192.0.2.92', '3, 3, 1']),
        'requests-to-bucket': ({'bucket_requests_of_day': [of_day(bucket_request(bucket='example-corp-prod-hr', ip='192.0.2.93', size='9000000')), of_day(bucket_request(bucket='example-corp-prod-hr', ip='192.0.2.94', days_ago=20))]}, ['192.0.2.93', '9000000'], ['example-corp-prod-hr', '2026/11/24', '2026/11/25']),
        'history-of-resource': ({'config_items': [config_file(security_group('sg-9', days_ago=9), days_ago=9), config_file(security_group('sg-9', (22, '0.0.0.0/0'), relatedEvents=['event-9']))]}, ['sg-9', 'event-9', '0.0.0.0/0'], ['sg-9']),
    }  # fmt: skip
