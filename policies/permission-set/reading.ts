import type { PolicyStatement } from '../policy-document';
import { GLOBAL_ACTIONS } from '../scp/global-actions';
import { CONFIGURATION } from './configuration';

/** What an engineer looks at to find out why, anywhere: consoles read global services in us-east-1. */
export const allowReadingConfiguration: PolicyStatement = { Sid: 'AllowReadingConfiguration', Effect: 'Allow', Action: CONFIGURATION, Resource: '*' };

const serviceOf = (action: string): string => action.slice(0, action.indexOf(':'));
const READ_ANYWHERE = new Set(GLOBAL_ACTIONS.map(serviceOf));
/** The same for who may do everything with some services in our regions: what is left, for the quota of a set. */
export const allowReadingBesides = (services: readonly string[]): PolicyStatement => ({
  ...allowReadingConfiguration,
  Action: CONFIGURATION.filter((action) => !services.includes(serviceOf(action)) || READ_ANYWHERE.has(serviceOf(action))),
});

/** Logs and metrics of workloads. What must not be read there is masked (data protection policies), not withheld. */
export const allowTroubleshooting = (regions: readonly string[]): PolicyStatement => ({
  Sid: 'AllowTroubleshooting',
  Effect: 'Allow',
  Action: [
    'application-signals:Get*',
    'application-signals:List*',
    'cloudwatch:GetDashboard',
    'cloudwatch:GetInsight*',
    'cloudwatch:GetService*',
    'cloudwatch:GetTelemetry*',
    'eks:AccessKubernetesApi',
    'logs:FilterLogEvents',
    'logs:Get*',
    'logs:StartLiveTail',
    'logs:StartQuery',
    'logs:StopLiveTail',
    'logs:StopQuery',
    'logs:TestMetricFilter',
    'pi:Describe*',
    'pi:Get*',
    'pi:List*',
    's3:ListBucket',
    'states:GetExecutionHistory',
    'xray:BatchGet*',
    'xray:Get*',
    'xray:List*',
  ],
  Resource: '*',
  Condition: { StringEquals: { 'aws:RequestedRegion': regions } },
});
