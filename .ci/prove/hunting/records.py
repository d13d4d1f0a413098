"""Records as the services write them; every one is written for this project."""
import datetime

TODAY = datetime.date(2026, 11, 25)
NOON = datetime.datetime(2026, 11, 25, 12, 0, 0)
PROD, DEV, ARCHIVE = '444444444444', '555555555555', '222222222222'


def moment(days_ago=0, seconds=0):
    return NOON - datetime.timedelta(days=days_ago) + datetime.timedelta(seconds=seconds)


def role(name, session, account=PROD):
    """A session of a role."""
    return {
        'type': 'AssumedRole',
        'principalId': f'AROAEXAMPLE:{session}',
        'arn': f'arn:aws:sts::{account}:assumed-role/{name}/{session}',
        'accountId': account,
        'sessionContext': {
            'attributes': {'mfaAuthenticated': 'false', 'creationDate': '2026-11-25T08:00:00Z'},
            'sessionIssuer': {'type': 'Role', 'principalId': 'AROAEXAMPLE', 'arn': f'arn:aws:iam::{account}:role/{name}', 'accountId': account, 'userName': name},
        },
    }


def user(name, account=PROD):
    return {'type': 'IAMUser', 'principalId': 'AIDAEXAMPLE', 'arn': f'arn:aws:iam::{account}:user/{name}', 'accountId': account, 'userName': name}


def call(service, name, who=None, days_ago=0, seconds=0, account=PROD, region='eu-west-1', ip='192.0.2.10', agent='aws-cli/2.30.0 md/awscrt', **more):
    """A CloudTrail record with its partitions; `more` are further fields."""
    at = moment(days_ago, seconds)
    return {
        'eventVersion': '1.11',
        'userIdentity': who or role('Developer', 'ada', account),
        'eventTime': at.strftime('%Y-%m-%dT%H:%M:%SZ'),
        'eventSource': f'{service}.amazonaws.com',
        'eventName': name,
        'awsRegion': region,
        'sourceIPAddress': ip,
        'userAgent': agent,
        'readOnly': str(name.startswith(('Get', 'List', 'Describe'))).lower(),
        'eventType': 'AwsApiCall',
        'recipientAccountId': account,
        'eventCategory': 'Management',
        **more,
        'log_account': account,
        'log_region': region,
        'day': at.strftime('%Y/%m/%d'),
    }


def sign_in(result='Success', mfa='Yes', who=None, **more):
    return call('signin', 'ConsoleLogin', who or user('ada'), responseElements={'ConsoleLogin': result}, additionalEventData={'MFAUsed': mfa}, eventType='AwsConsoleSignIn', **more)


def flow(src, dst, port=443, days_ago=0, seconds=0, action='ACCEPT', size=4000, direction='egress', account=PROD, service='-'):
    """A VPC flow log record: version 5, as the flow logs of this project ask for it."""
    start = int(moment(days_ago, seconds).replace(tzinfo=datetime.timezone.utc).timestamp())
    return {
        'version': 5, 'account-id': account, 'interface-id': 'eni-0a1b2c3d', 'srcaddr': src, 'dstaddr': dst, 'srcport': 40000, 'dstport': port, 'protocol': 6,
        'packets': 10, 'bytes': size, 'start': start, 'end': start + 55, 'action': action, 'log-status': 'OK', 'vpc-id': 'vpc-0a1b2c3d', 'subnet-id': 'subnet-0a1b2c3d',
        'instance-id': 'i-0123456789abcdef0', 'tcp-flags': 3, 'type': 'IPv4', 'pkt-srcaddr': src, 'pkt-dstaddr': dst, 'region': 'eu-west-1', 'az-id': 'euw1-az1',
        'sublocation-type': '-', 'sublocation-id': '-', 'pkt-src-aws-service': '-', 'pkt-dst-aws-service': service, 'flow-direction': direction, 'traffic-path': 8,
        'log_account': account, 'log_region': 'eu-west-1', 'day': moment(days_ago, seconds).strftime('%Y/%m/%d'),
    }  # fmt: skip


def lookup(name, days_ago=0, seconds=0, rcode='NOERROR', instance='i-0123456789abcdef0', **more):
    """A Route 53 Resolver query log record."""
    return {
        'version': '1.100000', 'account_id': PROD, 'region': 'eu-west-1', 'vpc_id': 'vpc-0a1b2c3d', 'query_timestamp': moment(days_ago, seconds).strftime('%Y-%m-%dT%H:%M:%SZ'),
        'query_name': f'{name}.', 'query_type': 'A', 'query_class': 'IN', 'rcode': rcode, 'answers': [{'Rdata': '192.0.2.80', 'Type': 'A', 'Class': 'IN'}] if rcode == 'NOERROR' else [],
        'srcaddr': '10.16.4.7', 'srcport': '40000', 'transport': 'UDP', 'srcids': {'instance': instance}, **more, 'log_account': PROD,
    }  # fmt: skip


def request(ip, uri='/', action='ALLOW', method='GET', days_ago=0, seconds=0, agent='Mozilla/5.0 (X11; Linux x86_64)', ja4='t13d1516h2_8daaf6152771_02713d6af862'):
    """An AWS WAF log record."""
    at = moment(days_ago, seconds)
    return {
        'timestamp': int(at.replace(tzinfo=datetime.timezone.utc).timestamp() * 1000), 'formatVersion': 1, 'webaclId': f'arn:aws:wafv2:eu-west-1:{PROD}:regional/webacl/prod-web/1',
        'terminatingRuleId': 'Default_Action', 'terminatingRuleType': 'REGULAR', 'action': action, 'httpSourceName': 'ALB', 'httpSourceId': 'app/shop/1',
        'httpRequest': {'clientIp': ip, 'country': 'IE', 'headers': [{'name': 'Host', 'value': 'shop.example.com'}, {'name': 'User-Agent', 'value': agent}],
            'uri': uri, 'args': '', 'httpVersion': 'HTTP/2.0', 'httpMethod': method, 'requestId': '1-1'},
        'labels': [{'name': 'awswaf:managed:aws:core-rule-set:x'}], 'ja4Fingerprint': ja4,
        'log_account': PROD, 'log_region': 'eu-west-1', 'web_acl': 'prod-web', 'day': at.strftime('%Y/%m/%d'),
    }  # fmt: skip


def edge_request(ip, **more):
    """The same of a web ACL in front of CloudFront, which has no region."""
    record = request(ip, **more)
    del record['log_region']
    return {**record, 'httpSourceName': 'CF', 'webaclId': f'arn:aws:wafv2:us-east-1:{PROD}:global/webacl/prod-cloudfront/1', 'web_acl': 'prod-cloudfront'}


def bucket_request(operation='REST.GET.OBJECT', who='arn:aws:sts::444444444444:assumed-role/shop/1', ip='10.16.4.7', bucket='example-corp-prod-shop', key='a.json', status='200', size='4000', days_ago=0, seconds=0, **more):
    """A server access log record."""
    at = moment(days_ago, seconds)
    return {
        'bucket_owner': '79a5', 'bucket': bucket, 'request_time': at.strftime('%d/%b/%Y:%H:%M:%S +0000'), 'remote_ip': ip, 'requester': who, 'request_id': '3E57', 'operation': operation,
        'object_key': key, 'request_uri': f'"GET /{key} HTTP/1.1"', 'http_status': status, 'error_code': '-' if status == '200' else 'AccessDenied', 'bytes_sent': size, 'object_size': size,
        'total_time': '7', 'turn_around_time': '6', 'referrer': '-', 'user_agent': '"aws-cli/2.30.0"', 'version_id': '-', 'tls_version': 'TLSv1.3', **more,
        'log_account': PROD, 'log_region': 'eu-west-1',
    }  # fmt: skip


def of_day(record):
    """The same in the table by day."""
    return {**record, 'log_bucket': record['bucket'], 'day': datetime.datetime.strptime(record['request_time'][:11], '%d/%b/%Y').strftime('%Y/%m/%d')}


def balanced(ip, url='https://shop.example.com:443/', status='200', target=None, size='4000', host='shop.example.com', verb='GET', days_ago=0, seconds=0, trace='1-1', classification='-', reason='-', agent='Mozilla/5.0 (X11; Linux x86_64)'):
    """An access log record of an Application Load Balancer."""
    at = moment(days_ago, seconds)
    return {
        'type': 'h2', 'time': at.strftime('%Y-%m-%dT%H:%M:%S.000000Z'), 'elb': 'app/prod-shop/50dc6c495c0c9188', 'client_ip': ip, 'client_port': '40000', 'target': '10.16.4.7:443',
        'request_processing_time': '0.000', 'target_processing_time': '0.001', 'response_processing_time': '0.000', 'elb_status_code': status, 'target_status_code': target or status,
        'received_bytes': '300', 'sent_bytes': size, 'request_verb': verb, 'request_url': url, 'request_proto': 'HTTP/2.0', 'user_agent': agent, 'ssl_cipher': 'TLS_AES_128_GCM_SHA256',
        'ssl_protocol': 'TLSv1.3', 'trace_id': f'Root={trace}', 'domain_name': host, 'classification': classification, 'classification_reason': reason,
        'log_account': PROD, 'log_region': 'eu-west-1', 'day': at.strftime('%Y/%m/%d'),
    }  # fmt: skip


def handshake(ip, protocol='TLSv1.3', verdict='-', days_ago=0, seconds=0):
    """A connection log record of an Application Load Balancer; without a protocol the handshake failed."""
    at = moment(days_ago, seconds)
    return {
        'time': at.strftime('%Y-%m-%dT%H:%M:%S.000000Z'), 'client_ip': ip, 'client_port': '40000', 'listener_port': '443', 'tls_protocol': protocol, 'tls_cipher': '-', 'tls_handshake_latency': '0.01',
        'leaf_client_cert_subject': '-', 'leaf_client_cert_validity': '-', 'leaf_client_cert_serial_number': '-', 'tls_verify_status': verdict,
        'log_account': PROD, 'log_region': 'eu-west-1', 'day': at.strftime('%Y/%m/%d'),
    }  # fmt: skip


def distributed(ip, path='/', status='200', size='4000', method='GET', result='Hit', days_ago=0, seconds=0):
    """A standard log record of CloudFront."""
    at = moment(days_ago, seconds)
    return {
        'date': at.strftime('%Y-%m-%d'), 'time': at.strftime('%H:%M:%S'), 'x-edge-location': 'DUB56-P1', 'sc-bytes': size, 'c-ip': ip, 'cs-method': method, 'cs-host': 'd111111abcdef8.cloudfront.net',
        'cs-uri-stem': path, 'sc-status': status, 'cs-user-agent': 'Mozilla/5.0', 'x-edge-result-type': result, 'x-host-header': 'www.example.com', 'cs-protocol': 'https', 'ssl-protocol': 'TLSv1.3',
        'log_account': PROD, 'day': at.strftime('%Y/%m/%d'),
    }  # fmt: skip


def finding(type_, severity=5, account=PROD, days_ago=0, archived=False):
    """A finding of GuardDuty, as it exports it."""
    at = moment(days_ago).strftime('%Y-%m-%dT%H:%M:%S.000Z')
    return {
        'schemaVersion': '2.0', 'accountId': account, 'region': 'eu-west-1', 'partition': 'aws', 'id': f'finding-{type_}', 'arn': 'arn:aws:guardduty:eu-west-1:333333333333:detector/1/finding/1',
        'type': type_, 'resource': {'resourceType': 'AccessKey'}, 'service': {'serviceName': 'guardduty', 'archived': archived, 'count': 1}, 'severity': severity,
        'createdAt': at, 'updatedAt': at, 'title': type_, 'description': type_, 'log_account': account, 'log_region': 'eu-west-1',
    }  # fmt: skip


def config_file(*items, days_ago=0, account=PROD, region='eu-west-1', kind='ConfigHistory'):
    """A file of AWS Config, whose paths write days without zeros."""
    at = moment(days_ago)
    return {
        'fileVersion': '1.0', 'configSnapshotId': '0a1b2c3d', 'configurationItems': list(items),
        'log_account': account, 'log_region': region, 'day': f'{at.year}/{at.month}/{at.day}', 'kind': kind,
    }  # fmt: skip


def item(of, name, configuration, status='OK', days_ago=0, seconds=0, account=PROD, **more):
    """A configuration item."""
    return {
        'configurationItemVersion': '1.3', 'configurationItemCaptureTime': moment(days_ago, seconds).strftime('%Y-%m-%dT%H:%M:%S.000Z'), 'configurationItemStatus': status,
        'awsAccountId': account, 'resourceType': f'AWS::{of}', 'resourceId': name, 'resourceName': name, 'ARN': f'arn:aws:x:eu-west-1:{account}:{name}', 'awsRegion': 'eu-west-1',
        'availabilityZone': 'Not Applicable', 'configuration': configuration, 'supplementaryConfiguration': {}, 'tags': {'Environment': 'prod'}, 'relatedEvents': [], **more,
    }  # fmt: skip


def security_group(name, *permissions, **more):
    """A security group; egress is open to all, as it always is at first."""
    rule = lambda port, network: {'fromPort': port, 'ipProtocol': 'tcp', 'toPort': port, 'ipv6Ranges': [], 'userIdGroupPairs': [], 'ipv4Ranges': [{'cidrIp': network}], 'ipRanges': [network]}
    everything = {'ipProtocol': '-1', 'ipv4Ranges': [{'cidrIp': '0.0.0.0/0'}], 'ipRanges': ['0.0.0.0/0']}
    return item('EC2::SecurityGroup', name, {'groupId': name, 'ipPermissions': [rule(*one) for one in permissions], 'ipPermissionsEgress': [everything], 'vpcId': 'vpc-0a1b2c3d'}, **more)


def compliance(name, verdict, rule='s3-bucket-public-read-prohibited', **more):
    """What AWS Config writes when a resource keeps or breaks rules."""
    return item('Config::ResourceCompliance', f'AWS::S3::Bucket/{name}', {'targetResourceId': name, 'targetResourceType': 'AWS::S3::Bucket', 'complianceType': verdict,
        'configRuleList': [{'configRuleName': rule, 'complianceType': verdict}]}, **more)  # fmt: skip


def firewall(kind, src='10.16.4.7', dst='192.0.2.80', port=443, days_ago=0, seconds=0, **event):
    """An AWS Network Firewall log record."""
    at = moment(days_ago, seconds)
    return {
        'firewall_name': 'prod', 'availability_zone': 'eu-west-1a', 'event_timestamp': str(int(at.replace(tzinfo=datetime.timezone.utc).timestamp())),
        'event': {'timestamp': at.strftime('%Y-%m-%dT%H:%M:%S.000000+0000'), 'flow_id': 1, 'event_type': kind, 'src_ip': src, 'src_port': 40000, 'dest_ip': dst, 'dest_port': port,
            'proto': 'TCP', 'app_proto': 'tls', **event},
        'log_account': PROD, 'log_region': 'eu-west-1', 'firewall': 'prod', 'day': at.strftime('%Y/%m/%d'),
    }  # fmt: skip


def alert(signature='TLS to shop', action='allowed', **more):
    return firewall('alert', alert={'action': action, 'signature_id': 1, 'rev': 1, 'signature': signature, 'category': '', 'severity': 3}, **more)
