import type { Checked } from './addresses';

const LABEL = /^(?!-)[a-z0-9_-]{1,63}(?<!-)$/;
const REGION = /^[a-z]{2}(-[a-z]+)+-\d$/;
/** Without these nobody signs in, and no workload reaches AWS. */
const NEEDED = [
  'amazonaws.com',
  'amazon.com',
  'aws.amazon.com',
  'console.aws.amazon.com',
  'signin.aws.amazon.com',
  'api.aws',
  'aws',
  'awsapps.com',
  'cloudfront.net',
];

/** As co.uk and com.br; every country has them. */
const PUBLIC_SUFFIX = /^(?:co|com|net|org|gov|gob|edu|ac|mil|or|ne|go)\.[a-z]{2}$/;

export function checkDomain(text: string): Checked {
  const value = text.toLowerCase().replace(/\.$/, '');
  const name = value.replace(/^\*\./, '');
  const labels = name.split('.');
  if (value.length > 255 || labels.length < 2 || !labels.every((label) => LABEL.test(label)) || /^\d+$/.test(labels.at(-1) ?? ''))
    return { wrong: 'must be one domain, such as bad.example or *.bad.example; correct it' };
  if (PUBLIC_SUFFIX.test(name)) return { wrong: 'is a suffix below which everybody has names; list the names themselves' };
  return neededByAws(name) ? { wrong: 'is a domain that AWS itself needs; remove it' } : { value };
}

/** A bucket or a load balancer under amazonaws.com may be an attacker's; an endpoint such as sts.eu-west-1.amazonaws.com is ours. */
function neededByAws(name: string): boolean {
  if (NEEDED.includes(name)) return true;
  const endpoint = /^(.+)\.amazonaws\.com$/.exec(name)?.[1]?.split('.') ?? [];
  return endpoint.length === 1 || (endpoint.length === 2 && REGION.test(endpoint[1] ?? ''));
}

/** Does an indicator cover a domain, or all that lies below it where that begins with a dot? */
export function coversDomain(indicator: string, domain: string): boolean {
  const name = domain.replace(/^\*?\./, '').toLowerCase();
  const below = /^\*?\./.test(domain);
  if (!indicator.startsWith('*.')) return indicator === name && !below;
  const above = indicator.slice(2);
  return name.endsWith(`.${above}`) || (below && name === above);
}
