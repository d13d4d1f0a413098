import type { Blueprint } from '../../config/blueprint';
import { accountNamed } from '../../config/blueprint';
import type { PolicyDocument } from '../../policies/policy-document';
import type { Synthesis, TerraformJson } from '../synthesis/synthesize';
import { type ReferenceScope, resolveReferences } from './terraform-references';

export interface NamedPolicy {
  readonly name: string;
  readonly document: PolicyDocument;
}

/** The synthesized JSON of an organization, with references resolved. What the tools of this folder know comes from here, never from the code that made it. */
export class Synthesized {
  constructor(
    readonly blueprint: Blueprint,
    private readonly documents: Synthesis['documents'],
  ) {}

  private readonly remembered = new Map<string, unknown>();
  /** What was computed from the documents before, by a name of its own: nothing changes them. */
  once<T>(name: string, compute: () => T): T {
    if (!this.remembered.has(name)) this.remembered.set(name, compute());
    return this.remembered.get(name) as T;
  }

  /** One stack with the account that it belongs to. @throws Error when it was not synthesized */
  scope(stack: string): ReferenceScope {
    const document = this.documents.get(stack);
    if (!document) throw new Error(`${stack}: was not synthesized; run \`npm run synth\` first`);
    return { stack, document, account: document.provider.aws[0].allowed_account_ids[0] };
  }

  scopes(): ReferenceScope[] {
    return [...this.documents.keys()].map((stack) => this.scope(stack));
  }

  /** Stacks of an account. */
  scopesOf(accountName: string): ReferenceScope[] {
    const { id } = accountNamed(this.blueprint, accountName);
    return this.scopes().filter(({ account }) => account === id);
  }

  /** Name of an account by its id; undefined for accounts outside the organization. */
  accountName(id: string): string | undefined {
    return Object.values(this.blueprint.accounts).find((account) => account.id === id)?.name;
  }
}

/** Resources of a type in a stack: name in the address, attributes. */
export function resourcesOf({ document }: ReferenceScope, type: string): [string, TerraformJson][] {
  return Object.entries<TerraformJson>(document.resource?.[type] ?? {});
}

const documents = new Map<string, PolicyDocument>();
/** The document of a policy's text; the same object for the same text, so that it is validated once. */
export function parsed(text: string, scope: ReferenceScope): PolicyDocument {
  const resolved = resolveReferences(text, scope);
  const document = documents.get(resolved) ?? (JSON.parse(resolved) as PolicyDocument);
  documents.set(resolved, document);
  return document;
}

export function named(name: string, text: string, scope: ReferenceScope): NamedPolicy {
  return { name, document: parsed(text, scope) };
}
