import type { RecordOptions } from '../support/cloudtrail';
import type { OrdinaryRow } from './ordinary-day';

/** A network that is let in, as EC2 answers it. */
export const opens = (cidrIpv4: string, more: RecordOptions = {}): Pick<OrdinaryRow, 'calls' | 'with'> => ({
  calls: ['ec2:AuthorizeSecurityGroupIngress'],
  with: {
    ...more,
    requestParameters: {
      groupId: 'sg-1',
      ipPermissions: { items: [{ ipProtocol: 'tcp', fromPort: 22, toPort: 22, ipRanges: { items: [{ cidrIp: cidrIpv4 }] } }] },
    },
    responseElements: { _return: true, securityGroupRuleSet: { items: [{ groupId: 'sg-1', isEgress: false, fromPort: 22, toPort: 22, cidrIpv4 }] } },
  },
});
