import type { PolicyStatement } from '../policy-document';

/** Whoever looks after something asks AWS for help with it, and for more of it; neither changes anything here. */
export const allowSupport: PolicyStatement = {
  Sid: 'AllowSupport',
  Effect: 'Allow',
  Action: ['servicequotas:RequestServiceQuotaIncrease', 'support:*'],
  Resource: '*',
};
