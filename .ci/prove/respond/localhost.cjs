// Any name under localhost is this machine (RFC 6761); not every resolver knows. The SDK of S3 Control puts the account before the host.
'use strict';
const dns = require('node:dns');

const { lookup } = dns;
dns.lookup = (name, ...rest) => lookup(/\.localhost$/.test(name) ? '127.0.0.1' : name, ...rest);
