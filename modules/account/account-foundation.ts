import { Construct } from 'constructs';
import type { Account, Blueprint } from '../../config/blueprint';
import { accountNamed } from '../../config/blueprint';
import { iamRoleArn, identityCenterRolePattern } from '../../lib/arn';
import { indicatorBucketName, stateBucketName } from '../../lib/naming';
import { BreakGlassRole } from './break-glass-role';
import { PipelineRoles } from './pipeline-roles';
import { ServerAccessLogs } from './server-access-logs';
import { StateBucket } from './state-bucket';

export interface AccountFoundationProps {
  readonly blueprint: Blueprint;
  readonly account: Account;
}

/** The ground that an account's pipeline stands on: its state, its way in, and the way in when that fails. */
export class AccountFoundation extends Construct {
  constructor(scope: Construct, id: string, { blueprint, account }: AccountFoundationProps) {
    super(scope, id);
    const stateBucket = stateBucketName(blueprint.organization.name, account.environment, account.id);
    const { home } = blueprint.regions;
    // The management account is bootstrapped by people with the temporary permission set bootstrap-admin.
    const bootstrapRoles = account.bootstrapRoleName
      ? [iamRoleArn(account.id, '/', account.bootstrapRoleName)]
      : identityCenterRolePattern('bootstrap-admin', account.id);
    // Here, because the first bucket of an account is the one of its states: later stacks find it by its name.
    const accessLogs = new ServerAccessLogs(this, 'access-logs', {
      organization: blueprint.organization,
      account: account.id,
      region: home,
      days: blueprint.logging.archive.keepDays,
      custodians: bootstrapRoles,
    });
    new StateBucket(this, 'state', {
      bucketName: stateBucket,
      account: account.id,
      organizationId: blueprint.organization.id,
      region: home,
      bootstrapRoles,
      accessLogs,
    });
    new PipelineRoles(this, 'pipeline', {
      account: account.id,
      environment: account.environment,
      issuer: blueprint.pipeline.issuer,
      repository: blueprint.pipeline.repository,
      stateBucket,
      home,
      lists: ['log-archive', 'security'].includes(account.name) ? [indicatorBucketName(blueprint.organization.name, '*', account.id)] : [],
      bootstrapRoleNames: account.bootstrapRoleName ? [account.bootstrapRoleName] : [],
      importProvider: account.existing.oidcProvider,
    });
    new BreakGlassRole(this, 'break-glass', { managementAccount: accountNamed(blueprint, 'management').id, users: blueprint.breakGlass.users });
  }
}
