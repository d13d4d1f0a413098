import { AcmCertificate } from '@cdktf/provider-aws/lib/acm-certificate';
import { AcmCertificateValidation } from '@cdktf/provider-aws/lib/acm-certificate-validation';
import { Route53Record } from '@cdktf/provider-aws/lib/route53-record';
import { Construct } from 'constructs';
import { refuse } from '../../lib/mistakes';

export interface CertificateProps {
  /** us-east-1 for CloudFront, else the region of the load balancer. */
  readonly region: string;
  readonly domain: string;
  /** Public hosted zone of the domain, in the same account. */
  readonly hostedZoneId: string;
  readonly tags: Readonly<Record<string, string>>;
}

/** A certificate whose private key never leaves AWS and that renews itself while its record stands: none expires unseen. */
export class Certificate extends Construct {
  /** Valid from when this is known. */
  readonly arn: string;

  constructor(scope: Construct, id: string, { region, domain, hostedZoneId, tags }: CertificateProps) {
    super(scope, id);
    refuse(this, [domain.includes('*') && `domain must not be a wildcard, got ${domain}; one stolen key would stand for every name`]);
    const certificate = new AcmCertificate(this, 'certificate', {
      region,
      domainName: domain,
      validationMethod: 'DNS',
      keyAlgorithm: 'EC_prime256v1',
      // Certificates that somebody else gets for the name show up in the same public logs.
      options: { certificateTransparencyLoggingPreference: 'ENABLED' },
      tags: { ...tags },
      lifecycle: { createBeforeDestroy: true },
    });
    const proof = certificate.domainValidationOptions.get(0);
    const record = new Route53Record(this, 'proof', {
      zoneId: hostedZoneId,
      name: proof.resourceRecordName,
      type: proof.resourceRecordType,
      records: [proof.resourceRecordValue],
      ttl: 300,
    });
    this.arn = new AcmCertificateValidation(this, 'validation', {
      region,
      certificateArn: certificate.arn,
      validationRecordFqdns: [record.fqdn],
    }).certificateArn;
  }
}
