/** Columns of a table of AWS Glue: name -> type. */
export type Columns = Readonly<Record<string, string>>;

const ISSUER = 'struct<type:string,principalid:string,arn:string,accountid:string,username:string>';
const FEDERATION = 'struct<federatedprovider:string,attributes:map<string,string>>';
const SESSION = `struct<attributes:struct<mfaauthenticated:string,creationdate:string>,sessionissuer:${ISSUER},ec2roledelivery:string,webidfederationdata:${FEDERATION}>`;
const IDENTITY = `struct<type:string,principalid:string,arn:string,accountid:string,invokedby:string,accesskeyid:string,username:string,onbehalfof:struct<userid:string,identitystorearn:string>,sessioncontext:${SESSION}>`;

const strings = (...names: string[]): Columns => Object.fromEntries(names.map((name) => [name, 'string']));

/** CloudTrail: what differs from call to call (requestparameters and the like) is JSON in a text (Athena user guide, "Query AWS CloudTrail logs"). */
export const CLOUDTRAIL: Columns = {
  eventversion: 'string',
  useridentity: IDENTITY,
  ...strings('eventtime', 'eventsource', 'eventname', 'awsregion', 'sourceipaddress', 'useragent', 'errorcode', 'errormessage'),
  ...strings('requestparameters', 'responseelements', 'additionaleventdata', 'requestid', 'eventid', 'readonly'),
  resources: 'array<struct<arn:string,accountid:string,type:string>>',
  ...strings('eventtype', 'apiversion', 'recipientaccountid', 'serviceeventdetails', 'sharedeventid', 'vpcendpointid', 'vpcendpointaccountid', 'eventcategory'),
  tlsdetails: 'struct<tlsversion:string,ciphersuite:string,clientprovidedhostheader:string>',
};

/** VPC flow logs in Parquet, in the order of their format (Athena user guide, "Create tables for flow logs in Apache Parquet format"). */
export const FLOW_LOGS: Columns = {
  version: 'int',
  ...strings('account_id', 'interface_id', 'srcaddr', 'dstaddr'),
  srcport: 'int',
  dstport: 'int',
  protocol: 'bigint',
  packets: 'bigint',
  bytes: 'bigint',
  start: 'bigint',
  end: 'bigint',
  ...strings('action', 'log_status', 'vpc_id', 'subnet_id', 'instance_id'),
  tcp_flags: 'int',
  ...strings('type', 'pkt_srcaddr', 'pkt_dstaddr', 'region', 'az_id', 'sublocation_type', 'sublocation_id', 'pkt_src_aws_service', 'pkt_dst_aws_service'),
  flow_direction: 'string',
  traffic_path: 'int',
  encryption_status: 'string',
};

/** Route 53 Resolver query logs (Athena user guide, "Query Amazon Route 53 resolver query logs"). */
export const RESOLVER: Columns = {
  ...strings('version', 'account_id', 'region', 'vpc_id', 'query_timestamp', 'query_name', 'query_type', 'query_class', 'rcode'),
  answers: 'array<struct<rdata:string,type:string,class:string>>',
  srcaddr: 'string',
  srcport: 'int',
  transport: 'string',
  srcids: 'struct<instance:string,resolver_endpoint:string>',
  ...strings('firewall_rule_action', 'firewall_rule_group_id', 'firewall_domain_list_id'),
};

const MATCH = 'array<struct<conditiontype:string,sensitivitylevel:string,location:string,matcheddata:array<string>>>';
/** AWS WAF logs; groups of rules are left out, what a request met in them stands in its labels (Athena user guide, "Query AWS WAF logs"). */
export const WAF: Columns = {
  timestamp: 'bigint',
  formatversion: 'int',
  ...strings('webaclid', 'terminatingruleid', 'terminatingruletype', 'action'),
  terminatingrulematchdetails: MATCH,
  ...strings('httpsourcename', 'httpsourceid'),
  ratebasedrulelist: 'array<struct<ratebasedruleid:string,limitkey:string,maxrateallowed:int>>',
  nonterminatingmatchingrules: `array<struct<ruleid:string,action:string,rulematchdetails:${MATCH}>>`,
  responsecodesent: 'string',
  httprequest:
    'struct<clientip:string,country:string,headers:array<struct<name:string,value:string>>,uri:string,args:string,httpversion:string,httpmethod:string,requestid:string>',
  labels: 'array<struct<name:string>>',
  ja3fingerprint: 'string',
  ja4fingerprint: 'string',
};

const ITEM = [
  'configurationitemversion',
  'configurationitemcapturetime',
  'configurationitemstatus',
  'awsaccountid',
  'resourcetype',
  'resourceid',
  'resourcename',
  'arn',
  'awsregion',
  'availabilityzone',
  'resourcecreationtime',
  'configuration',
].map((name) => `${name}:string`);
/**
 * Files of AWS Config: many items in one. What differs from type to type (configuration) is JSON in a text, and its names come in upper and
 * lower case or in lower case alone, by what reads them: look for them with (?i) (AWS blog, "How to query your AWS resource configuration
 * states using AWS Config and Amazon Athena").
 */
export const CONFIG_ITEMS: Columns = {
  fileversion: 'string',
  configsnapshotid: 'string',
  configurationitems: `array<struct<${[...ITEM, 'supplementaryconfiguration:map<string,string>', 'tags:map<string,string>', 'relatedevents:array<string>'].join(',')}>>`,
};

const ALERT = 'struct<action:string,signature_id:int,rev:int,signature:string,category:string,severity:int>';
const TLS = 'struct<subject:string,issuerdn:string,serial:string,fingerprint:string,sni:string,version:string>';
const HTTP = 'struct<hostname:string,url:string,http_user_agent:string,http_method:string,protocol:string,length:int>';
const NETFLOW = 'struct<pkts:bigint,bytes:bigint,start:string,end:string,age:int,min_ttl:int,max_ttl:int>';
/** AWS Network Firewall: Suricata's own events in an envelope (developer guide, "Contents of a firewall log"). */
export const NETWORK_FIREWALL: Columns = {
  ...strings('firewall_name', 'availability_zone', 'event_timestamp'),
  event: `struct<timestamp:string,flow_id:bigint,event_type:string,src_ip:string,src_port:int,dest_ip:string,dest_port:int,proto:string,app_proto:string,alert:${ALERT},tls:${TLS},http:${HTTP},netflow:${NETFLOW}>`,
};

/** Standard logs of CloudFront, version 2, in Parquet: all are texts (Athena user guide, "Create a table for CloudFront logs in Athena using partition projection with Parquet"). */
export const DISTRIBUTION_REQUESTS: Columns = strings(
  ...['date', 'time', 'x_edge_location', 'sc_bytes', 'c_ip', 'cs_method', 'cs_host', 'cs_uri_stem', 'sc_status', 'cs_referer', 'cs_user_agent', 'cs_uri_query'],
  ...['cs_cookie', 'x_edge_result_type', 'x_edge_request_id', 'x_host_header', 'cs_protocol', 'cs_bytes', 'time_taken', 'x_forwarded_for', 'ssl_protocol'],
  ...['ssl_cipher', 'x_edge_response_result_type', 'cs_protocol_version', 'fle_status', 'fle_encrypted_fields', 'c_port', 'time_to_first_byte'],
  ...['x_edge_detailed_result_type', 'sc_content_type', 'sc_content_len', 'sc_range_start', 'sc_range_end'],
);

/** Findings of GuardDuty; what differs from type to type is JSON in a text (Athena user guide, "Query Amazon GuardDuty findings"). */
export const GUARD_DUTY_FINDINGS: Columns = strings(
  ...[
    'schemaversion',
    'accountid',
    'region',
    'partition',
    'id',
    'arn',
    'type',
    'resource',
    'service',
    'severity',
    'createdat',
    'updatedat',
    'title',
    'description',
  ],
);

/** Indicators of rules/ioc, one a row; networks with their first and last address as numbers, wildcards with the end that they match. */
export const INDICATORS: Columns = {
  ...strings('kind', 'value', 'seen', 'confidence', 'expires', 'source', 'suffix'),
  first_address: 'bigint',
  last_address: 'bigint',
};
