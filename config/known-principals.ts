/** Account -> who it is and why it may stand in a policy. */
export type KnownAccounts = Readonly<Record<string, string>>;

/**
 * Partners whose account root may be trusted (a vendor's scanner, a service provider): id -> name, contract, date of review.
 * A role that trusts one needs an external id. None yet.
 */
export const PARTNER_ACCOUNTS: KnownAccounts = {};

const ELB = 'Elastic Load Balancing writes access logs';
/**
 * Accounts of AWS itself that a policy may name, where AWS has no service principal for the purpose. Read 2026-11
 * (Elastic Load Balancing user guide, "Enable access logs", regions available before August 2022).
 */
export const AWS_OWNED_ACCOUNTS: KnownAccounts = {
  '127311923021': `${ELB} in us-east-1`,
  '033677994240': `${ELB} in us-east-2`,
  '027434742980': `${ELB} in us-west-1`,
  '797873946194': `${ELB} in us-west-2`,
  '098369216593': `${ELB} in af-south-1`,
  '754344448648': `${ELB} in ap-east-1`,
  '718504428378': `${ELB} in ap-south-1`,
  '582318560864': `${ELB} in ap-northeast-1`,
  '600734575887': `${ELB} in ap-northeast-2`,
  '383597477331': `${ELB} in ap-northeast-3`,
  '114774131450': `${ELB} in ap-southeast-1`,
  '783225319266': `${ELB} in ap-southeast-2`,
  '589379963580': `${ELB} in ap-southeast-3`,
  '985666609251': `${ELB} in ca-central-1`,
  '054676820928': `${ELB} in eu-central-1`,
  '897822967062': `${ELB} in eu-north-1`,
  '635631232127': `${ELB} in eu-south-1`,
  '156460612806': `${ELB} in eu-west-1`,
  '652711504416': `${ELB} in eu-west-2`,
  '009996457667': `${ELB} in eu-west-3`,
  '076674570225': `${ELB} in me-south-1`,
  '507241528517': `${ELB} in sa-east-1`,
};
