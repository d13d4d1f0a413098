import { Address4, Address6 } from 'ip-address';
import { nestedBlocks, type ResourceBlock } from '../synthesis/resources-in';
import type { TerraformJson } from '../synthesis/synthesize';
import { referenceIn } from '../synthesis/terraform-reference';
import { matches } from './statement-matches';
import type { WebRequest } from './web-request';

export interface Decision {
  readonly action: 'allow' | 'block' | 'captcha' | 'challenge';
  /** The rule that decided; undefined for the default action. */
  readonly rule?: string;
  /** Rules that matched and only counted. */
  readonly counted: readonly string[];
  readonly labels: readonly string[];
  /** Managed groups that stand before the decision: AWS keeps their rules, so nobody can replay them. */
  readonly notReplayed: readonly string[];
}

const first = (value: TerraformJson): TerraformJson => [value].flat()[0] ?? {};
const DEFAULT_WINDOW = 300;

/** Replays requests against a web ACL as it stands in the synthesized JSON: the first rule that ends the evaluation decides. */
export class WebAclReplay {
  private readonly rules: readonly TerraformJson[];
  /** Rule and address -> times of its requests. */
  private readonly requests = new Map<string, number[]>();

  constructor(
    private readonly acl: ResourceBlock,
    private readonly resources: readonly ResourceBlock[],
  ) {
    this.rules = [...acl.attributes.rule].sort((a, b) => a.priority - b.priority);
  }

  decide(request: WebRequest): Decision {
    const counted: string[] = [];
    const notReplayed: string[] = [];
    const labels = new Set(request.labels);
    const seen = () => ({ counted, labels: [...labels], notReplayed });
    for (const rule of this.rules) {
      const statement = first(rule.statement);
      if (statement.managed_rule_group_statement) {
        notReplayed.push(rule.name);
        continue;
      }
      try {
        if (!this.ruleMatches(rule, request, labels)) continue;
      } catch (error) {
        throw new Error(`${this.acl.path}: rule ${rule.name}: ${(error as Error).message}`);
      }
      for (const { name } of nestedBlocks(rule.rule_label)) labels.add(name);
      const [action = ''] = Object.keys(first(rule.action));
      // Who has solved the puzzle goes on, as with count.
      if (action === 'count' || (request.token && /^(captcha|challenge)$/.test(action))) counted.push(rule.name);
      else return { action: action as Decision['action'], rule: rule.name, ...seen() };
    }
    return { action: first(this.acl.attributes.default_action).block ? 'block' : 'allow', ...seen() };
  }

  private ruleMatches(rule: TerraformJson, request: WebRequest, labels: ReadonlySet<string>): boolean {
    const circumstances = { labels, inSet: (reference: string, address: string) => this.inSet(reference, address) };
    const rate = first(rule.statement).rate_based_statement;
    if (!rate) return matches(rule.statement, request, circumstances);
    const { limit, aggregate_key_type: key, evaluation_window_sec: window = DEFAULT_WINDOW, scope_down_statement: scope } = first(rate);
    if (key !== 'IP') throw new Error(`aggregate_key_type: is not known here, got ${key}; only IP is`);
    if (scope && !matches(scope, request, circumstances)) return false;
    const { time = 0, address = '' } = request;
    const counter = `${rule.name} ${address}`;
    const recent = [...(this.requests.get(counter) ?? []), time].filter((one) => one > time - window);
    this.requests.set(counter, recent);
    return recent.length > limit;
  }

  private inSet(reference: string, address: string): boolean {
    const name = referenceIn(reference)?.name;
    const set = this.resources.find((one) => one.stack === this.acl.stack && one.type === 'aws_wafv2_ip_set' && one.name === name);
    if (!set) throw new Error(`ip_set_reference_statement: names no IP set of the stack, got ${reference}; add the set`);
    const parse = (text: string) => (text.includes(':') ? new Address6(text) : new Address4(text));
    const asked = parse(address);
    return set.attributes.addresses.some((range: string) => range.includes(':') === address.includes(':') && asked.isInSubnet(parse(range) as never));
  }
}
