/**
 * Objects in buckets of AWS that everyday work reads from inside a VPC. They belong to no organization of ours, so an
 * endpoint policy has to name them. Read 2026-11 (user guides of Amazon ECR, Amazon Linux 2023, Systems Manager
 * and CodeDeploy).
 */
export const awsOwnedBucketObjects = (region: string): string[] => [
  // Image layers.
  `arn:aws:s3:::prod-${region}-starport-layer-bucket/*`,
  // Package repositories.
  `arn:aws:s3:::al2023-repos-${region}-*/*`,
  `arn:aws:s3:::amazonlinux-2-repos-${region}/*`,
  // Agents and patches.
  `arn:aws:s3:::aws-ssm-${region}/*`,
  `arn:aws:s3:::amazon-ssm-${region}/*`,
  `arn:aws:s3:::amazon-ssm-packages-${region}/*`,
  `arn:aws:s3:::aws-ssm-distributor-file-${region}/*`,
  `arn:aws:s3:::aws-ssm-document-attachments-${region}/*`,
  `arn:aws:s3:::aws-windows-downloads-${region}/*`,
  `arn:aws:s3:::patch-baseline-snapshot-${region}/*`,
  `arn:aws:s3:::amazoncloudwatch-agent-${region}/*`,
  `arn:aws:s3:::aws-codedeploy-${region}/*`,
];
