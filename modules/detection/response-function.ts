import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { LambdaEventSourceMapping } from '@cdktf/provider-aws/lib/lambda-event-source-mapping';
import { LambdaFunction } from '@cdktf/provider-aws/lib/lambda-function';
import { AssetType, TerraformAsset } from 'cdktf';
import { Construct } from 'constructs';
import type { Settings } from '../../functions/response/settings';
import { ownProductArn } from '../../lib/arn';
import { dataTags } from '../../lib/data-tags';
import { functionCode } from '../../lib/function-code';
import { RESPONSE, RESPONSE_FUNCTION_ROLE, SERVICE_ROLE_PATH } from '../../lib/naming';
import { minify } from '../../policies/policy-document';
import { functionTrust, responseFunctionPolicy } from '../../policies/role/response-function';
import { functionLogGroup } from './function-log-group';

export interface ResponseFunctionProps {
  readonly account: string;
  readonly managementAccount: string;
  readonly organizationId: string;
  readonly region: string;
  readonly keyArn: string;
  readonly queueArn: string;
  readonly tableArn: string;
  readonly topicArn: string;
  readonly timeoutSeconds: number;
  readonly namespace: string;
  readonly settings: Settings;
}

/** The code that responds (functions/response), with a role that reaches nothing but its own things and the roles that it assumes. */
export class ResponseFunction extends Construct {
  readonly name = RESPONSE;

  constructor(scope: Construct, id: string, props: ResponseFunctionProps) {
    super(scope, id);
    const { region, keyArn, timeoutSeconds, settings } = props;
    const logGroup = functionLogGroup(this, {
      region,
      name: '/platform/response',
      kmsKeyId: keyArn,
      masking: 'Responses log no secrets and personal data',
    });
    const role = new IamRole(this, 'role', {
      name: RESPONSE_FUNCTION_ROLE,
      path: SERVICE_ROLE_PATH,
      assumeRolePolicy: minify(functionTrust(props.account)),
    });
    const policy = new IamRolePolicy(this, 'respond', {
      name: 'respond',
      role: role.name,
      policy: minify(responseFunctionPolicy({ ...props, logGroupArn: logGroup.arn, productArn: settings.findings && ownProductArn(region, props.account) })),
    });
    const code = functionCode('response');
    const lambda = new LambdaFunction(this, 'function', {
      region,
      functionName: RESPONSE,
      description: 'Responds to findings (docs/response.md)',
      role: role.arn,
      runtime: 'nodejs22.x',
      architectures: ['arm64'],
      handler: 'index.handler',
      filename: new TerraformAsset(this, 'code', { path: code.file, type: AssetType.FILE }).path,
      sourceCodeHash: code.hash,
      memorySize: 256,
      timeout: timeoutSeconds,
      kmsKeyArn: keyArn,
      environment: { variables: { RESPONSE_SETTINGS: JSON.stringify(settings) } },
      loggingConfig: { logFormat: 'JSON', logGroup: logGroup.name },
      tags: dataTags('operational'),
      dependsOn: [policy],
    });
    new LambdaEventSourceMapping(this, 'queue', {
      region,
      functionName: lambda.functionName,
      eventSourceArn: props.queueArn,
      batchSize: 1,
      functionResponseTypes: ['ReportBatchItemFailures'],
      // Enough for a bad day, and no storm of findings takes the account's concurrency from others. Nothing is reserved: a new account has a
      // limit of 10, of which AWS Lambda lets nobody reserve anything, and the first apply would fail (AWS Lambda developer guide, "Quotas").
      scalingConfig: { maximumConcurrency: 5 },
      tags: dataTags('operational'),
    });
  }
}
