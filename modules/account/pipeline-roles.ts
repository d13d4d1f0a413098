import { IamOpenidConnectProvider } from '@cdktf/provider-aws/lib/iam-openid-connect-provider';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { IamRolePolicyAttachment } from '@cdktf/provider-aws/lib/iam-role-policy-attachment';
import { Construct } from 'constructs';
import { importExisting } from '../../lib/import-existing';
import { PLATFORM_PATH } from '../../lib/naming';
import { minify, type PolicyDocument } from '../../policies/policy-document';
import { applyPolicy } from '../../policies/role/apply';
import { planPolicy } from '../../policies/role/plan';
import { pipelineTrust } from '../../policies/role/trust';

export interface PipelineRolesProps {
  readonly account: string;
  /** Name of the protected deployment environment whose jobs apply; NAME-plan is the one whose jobs plan. */
  readonly environment: string;
  /** OIDC issuer without https://. */
  readonly issuer: string;
  readonly repository: string;
  readonly stateBucket: string;
  readonly home: string;
  /** Buckets of lists, which the plan role may read: the repository holds the same. */
  readonly lists: readonly string[];
  /** Names of roles that the apply role must not touch. */
  readonly bootstrapRoleNames: readonly string[];
  /** The account had the issuer's provider before. */
  readonly importProvider: boolean;
}

/** Lets the pipeline in without a stored credential, one deployment environment at a time, to plan or to apply. */
export class PipelineRoles extends Construct {
  constructor(scope: Construct, id: string, props: PipelineRolesProps) {
    super(scope, id);
    const provider = new IamOpenidConnectProvider(this, 'oidc-provider', { url: `https://${props.issuer}`, clientIdList: ['sts.amazonaws.com'] });
    if (props.importProvider) importExisting(provider, `arn:aws:iam::${props.account}:oidc-provider/${props.issuer}`);
    const trust = (environment: string) => pipelineTrust(provider.arn, props.issuer, props.repository, environment);
    this.role(
      'plan',
      'Reads what a plan needs: configuration, never data',
      trust(`${props.environment}-plan`),
      'ReadOnlyAccess',
      planPolicy(props.stateBucket, props.home, props.account, props.lists),
    );
    this.role(
      'apply',
      'Applies every stack of this account but its own foundation',
      trust(props.environment),
      'AdministratorAccess',
      applyPolicy(props.account, props.stateBucket, props.bootstrapRoleNames),
    );
  }

  private role(name: 'plan' | 'apply', description: string, trust: PolicyDocument, managedPolicy: string, policy: PolicyDocument): void {
    const role = new IamRole(this, name, { name, path: PLATFORM_PATH, description, assumeRolePolicy: minify(trust), maxSessionDuration: 3600 });
    new IamRolePolicyAttachment(this, `${name}-base`, { role: role.name, policyArn: `arn:aws:iam::aws:policy/${managedPolicy}` });
    new IamRolePolicy(this, `${name}-limits`, { name: 'limits', role: role.name, policy: minify(policy) });
  }
}
