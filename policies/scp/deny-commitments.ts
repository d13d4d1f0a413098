import { APPLY, BREAK_GLASS, but, guardrail } from '../guardrail-context';

export const denyCommitments = guardrail(
  'DenyCommitments',
  'Purchases that bind for a year or cost hundreds at once: reservations, subscriptions, hardware, domains. Exempt: the apply role and break-glass.',
  () => ({
    Action: [
      'acm-pca:CreateCertificateAuthority',
      'bedrock:CreateProvisionedModelThroughput',
      'cloudhsm:CreateCluster',
      'directconnect:CreateConnection',
      'dynamodb:PurchaseReservedCapacityOfferings',
      'ec2:AllocateHosts',
      'ec2:PurchaseCapacityBlock',
      'ec2:PurchaseHostReservation',
      'ec2:PurchaseReservedInstancesOffering',
      'ec2:PurchaseScheduledInstances',
      'elasticache:PurchaseReservedCacheNodesOffering',
      'es:PurchaseReservedInstanceOffering',
      'outposts:CreateOrder',
      'rds:PurchaseReservedDBInstancesOffering',
      'redshift:PurchaseReservedNodeOffering',
      'route53domains:RegisterDomain',
      'route53domains:TransferDomain*',
      'savingsplans:CreateSavingsPlan',
      'shield:CreateSubscription',
      'snowball:CreateJob',
    ],
    Condition: but([APPLY, BREAK_GLASS]),
  }),
);
