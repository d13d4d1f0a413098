import { addressRange, WIDEST } from '../../lib/ioc/addresses';
import { type Indicator, placeOf } from '../../lib/ioc/indicator';
import { type IndicatorLibrary, indicatorLibrary } from '../../lib/ioc/library';
import { coversDomain } from '../../lib/ioc/names';
import { canonical, isPrivate, prefixLength } from '../../lib/ipv4';
import { RuleImportError } from '../../lib/suricata/rule';
import type { AccountIds } from '../account-ids';
import type { Mistake } from '../config-error';
import type { Loose } from '../cross-field-checks';
import { cidrBlock } from '../fields';
import { placeholderAccountId } from '../placeholders';
import { entriesOf, listOf, textOf } from './loose';

/** Indicators that would cut off ourselves, and trust that nobody has acknowledged. */
export function huntingMistakes(input: Loose, ids: AccountIds): Mistake[] {
  return [...trustMistakes(input?.hunting), ...ownIndicators(input, ids, readLibrary())];
}

/** What is wrong with the files themselves is reported when they are read for the output. */
function readLibrary(): IndicatorLibrary {
  try {
    return indicatorLibrary();
  } catch (error) {
    if (error instanceof RuleImportError) return { files: [], indicators: [] };
    throw error;
  }
}

function trustMistakes(hunting: Loose): Mistake[] {
  const networks = listOf(hunting?.trustedNetworks);
  const silent = networks.length > 0 && hunting.acknowledgeSilence !== true;
  return [
    ...networks.flatMap((cidr, index): Mistake[] => {
      if (!cidrBlock.safeParse(cidr).success) return [];
      const path = `hunting.trustedNetworks.${index}`;
      if (canonical(cidr) !== cidr) return [{ path, message: `has host bits set; write ${canonical(cidr)}`, value: cidr }];
      if (isPrivate(cidr)) return [{ path, message: 'is a private network, which GuardDuty lists do not look at; remove it', value: cidr }];
      return prefixLength(cidr) < WIDEST
        ? [{ path, message: `is wider than a /${WIDEST}, and would hide more than a tester; list its parts`, value: cidr }]
        : [];
    }),
    ...(silent
      ? [
          {
            path: 'hunting.acknowledgeSilence',
            message: 'must be true: GuardDuty makes no findings about trusted networks, whoever attacks from there; set it, or remove trustedNetworks',
            value: hunting.acknowledgeSilence,
          },
        ]
      : []),
  ];
}

/** Somebody copies a feed that lists one of our domains, networks or accounts: every list would act against us at once. */
export function ownIndicators(input: Loose, ids: AccountIds, { indicators }: IndicatorLibrary): Mistake[] {
  const networks = entriesOf(input?.environments, 'environments').map(({ path, value }) => ({
    path: `${path}.network.cidr`,
    text: textOf(value?.network?.cidr) ?? '',
  }));
  const domains = ownDomains(input);
  const accounts = ownAccounts(input, ids);
  const mistake = (indicator: Indicator, own: string): Mistake => ({
    path: placeOf(indicator),
    message: `would act against ourselves: it is ${own}; remove it`,
    value: indicator.value,
  });
  return indicators.flatMap((indicator) => {
    const { kind, value } = indicator;
    const network = kind === 'cidr' || kind === 'ip' ? networks.find(({ text }) => overlap(value, text)) : undefined;
    const domain = kind === 'domain' ? domains.find(({ text }) => coversDomain(value, text)) : undefined;
    const account = kind === 'arn' ? accounts.get(value.split(':')[4] ?? '') : undefined;
    if (network) return [mistake(indicator, `part of ${network.path}`)];
    if (domain) return [mistake(indicator, `${domain.path} (${domain.text})`)];
    return account ? [mistake(indicator, `in account ${account}`)] : [];
  });
}

function overlap(a: string, b: string): boolean {
  const [one, other] = [addressRange(a), addressRange(b)];
  return one !== undefined && other !== undefined && one[0] <= other[1] && other[0] <= one[1];
}

interface Named {
  readonly path: string;
  readonly text: string;
}

/** Domains that the configuration itself names: what workloads may reach, whom we write to, whose tokens we trust. */
function ownDomains(input: Loose): Named[] {
  const found: Named[] = [];
  const add = (path: string, text: string | undefined) => {
    if (text) found.push({ path, text });
  };
  const mail = (path: string, address: Loose) => add(path, textOf(address)?.split('@')[1]);
  for (const { path, value } of entriesOf(input?.environments, 'environments')) {
    for (const [index, domain] of listOf(value?.network?.allowedDomains).entries()) add(`${path}.network.allowedDomains.${index}`, textOf(domain));
    for (const [index, domain] of listOf(value?.waf?.tokenDomains).entries()) add(`${path}.waf.tokenDomains.${index}`, textOf(domain));
    add(`${path}.examples.domain`, textOf(value?.examples?.domain));
    mail(`${path}.email`, value?.email);
  }
  for (const { path, value } of entriesOf(input?.accounts, 'accounts')) mail(`${path}.email`, value?.email);
  for (const { path, value } of entriesOf(input?.organization?.contacts, 'organization.contacts')) mail(`${path}.email`, value?.email);
  add('pipeline.issuer', (textOf(input?.pipeline?.issuer) ?? 'token.actions.githubusercontent.com').split('/')[0]);
  add('pipeline.repository', 'github.com');
  return found;
}

/** Account id -> its name. */
function ownAccounts(input: Loose, ids: AccountIds): Map<string, string> {
  const names = ['management', ...entriesOf(input?.accounts, '').map(({ name }) => name), ...entriesOf(input?.environments, '').map(({ name }) => name)];
  const own = new Map(names.map((name) => [ids.accounts[name] ?? placeholderAccountId(name), name]));
  if (ids.organization?.managementAccountId) own.set(ids.organization.managementAccountId, 'management');
  return own;
}
