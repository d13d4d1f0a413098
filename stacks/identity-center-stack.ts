import type { Construct } from 'constructs';
import { accountNamed, type Blueprint } from '../config/blueprint';
import { includesStep } from '../config/detection-steps';
import type { StateEntry } from '../lib/apply-order';
import { BlueprintStack } from '../lib/blueprint-stack';
import { edgeLogBucketName, findingsBucketName, type LogSource, logBucketName, macieResultsBucketName } from '../lib/naming';
import { IdentityCenter } from '../modules/account/identity-center';
import { LOG_DELIVERIES } from '../policies/bucket/log-delivery';

/** Who may sign in where, as what. */
export class IdentityCenterStack extends BlueprintStack {
  constructor(scope: Construct, { id, account }: StateEntry, blueprint: Blueprint) {
    super(scope, id, { blueprint, account });
    const { organization, identityCenter, access, accounts, regions, guardrails, environments, detection } = blueprint;
    const archive = accountNamed(blueprint, 'log-archive').id;
    new IdentityCenter(this, 'access', {
      identityCenter,
      access,
      accounts,
      organization: {
        organizationId: organization.id,
        enabledRegions: regions.enabled,
        applicationPaths: guardrails.applicationPaths,
        logBuckets: [
          ...(Object.keys(LOG_DELIVERIES) as LogSource[]).map((source) => logBucketName(organization.name, source, archive)),
          ...(environments.some(({ waf }) => waf.cloudFront !== 'off') ? [edgeLogBucketName(organization.name, archive)] : []),
          ...(includesStep(detection, 'correlated')
            ? [findingsBucketName(organization.name, archive), macieResultsBucketName(organization.name, accountNamed(blueprint, 'security').id)]
            : []),
        ],
      },
    });
  }
}
