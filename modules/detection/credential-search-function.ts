import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { LambdaFunction } from '@cdktf/provider-aws/lib/lambda-function';
import { LambdaFunctionEventInvokeConfig } from '@cdktf/provider-aws/lib/lambda-function-event-invoke-config';
import { AssetType, TerraformAsset } from 'cdktf';
import { Construct } from 'constructs';
import { NAMESPACE } from '../../functions/credential-search/metric-names';
import { dataTags } from '../../lib/data-tags';
import { functionCode } from '../../lib/function-code';
import { CREDENTIAL_SEARCH, CREDENTIAL_SEARCH_LOG_GROUP, CREDENTIAL_SEARCH_ROLE, SERVICE_ROLE_PATH } from '../../lib/naming';
import { minify } from '../../policies/policy-document';
import { credentialSearchPolicy } from '../../policies/role/credential-search';
import { functionTrust } from '../../policies/role/response-function';
import { functionLogGroup } from './function-log-group';

export interface CredentialSearchFunctionProps {
  readonly account: string;
  readonly home: string;
  readonly regions: readonly string[];
  readonly logKeyArn: string;
}

/** The code that searches (functions/credential-search), with a role that reads what is no secret and writes findings. */
export class CredentialSearchFunction extends Construct {
  readonly name: string;
  readonly arn: string;

  constructor(scope: Construct, id: string, { account, home: region, regions, logKeyArn }: CredentialSearchFunctionProps) {
    super(scope, id);
    const logGroup = functionLogGroup(this, {
      region,
      name: CREDENTIAL_SEARCH_LOG_GROUP,
      kmsKeyId: logKeyArn,
      masking: 'A search for secrets logs none',
    });
    const role = new IamRole(this, 'role', { name: CREDENTIAL_SEARCH_ROLE, path: SERVICE_ROLE_PATH, assumeRolePolicy: minify(functionTrust(account)) });
    const policy = new IamRolePolicy(this, 'search', {
      name: 'search',
      role: role.name,
      policy: minify(credentialSearchPolicy({ account, home: region, regions, logGroupArn: logGroup.arn, namespace: NAMESPACE })),
    });
    const code = functionCode('credential-search');
    // No environment: its settings come with each event, so no key has to open for it.
    const lambda = new LambdaFunction(this, 'function', {
      region,
      functionName: CREDENTIAL_SEARCH,
      description: 'Looks for credentials in what runs here (docs/credential-search.md)',
      role: role.arn,
      runtime: 'nodejs22.x',
      architectures: ['arm64'],
      handler: 'index.handler',
      filename: new TerraformAsset(this, 'code', { path: code.file, type: AssetType.FILE }).path,
      sourceCodeHash: code.hash,
      memorySize: 512,
      timeout: 900,
      loggingConfig: { logFormat: 'JSON', logGroup: logGroup.name },
      tags: dataTags('operational'),
      dependsOn: [policy],
    });
    new LambdaFunctionEventInvokeConfig(this, 'attempts', {
      region,
      functionName: lambda.functionName,
      maximumRetryAttempts: 2,
      maximumEventAgeInSeconds: 6 * 3600, // throttled for longer, tomorrow's search does the same
    });
    this.name = lambda.functionName;
    this.arn = lambda.arn;
  }
}
