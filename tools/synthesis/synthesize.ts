import { accessSync, constants, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Blueprint } from '../../config/blueprint';
import { BlueprintStack } from '../../lib/blueprint-stack';
import { compose } from '../../main';
import { importedFiles } from '../../modules/network/firewall-rules';
import { type QuotaUse, quotaViolations } from '../quotas/quota';
import { quotaUses } from '../quotas/quota-uses';
import { violations } from './checks';
import { orderViolations } from './creation-order';
import { type DataAccess, dataAccessIn } from './data-access';
import { directoryOf } from './directory';
import { encryptionOf } from './encryption';
import { guardrailTexts } from './guardrail-texts';
import { type AttachedGuardrail, attachedGuardrails } from './guardrails';
import { type FoundPolicy, policyDocumentsIn } from './policy-documents';
import { type ResourceBlock, resourcesIn } from './resources-in';
import { inventoryOf, type StatefulInventory } from './stateful-inventory';
import { tagViolations } from './tags';
import { type Trust, trustsIn } from './trusts';
import { filesBelow } from './write';

/** Terraform JSON of any shape. */
// biome-ignore lint/suspicious/noExplicitAny: parsed JSON
export type TerraformJson = any;

export interface Synthesis {
  /** Stack id -> the bytes of its cdk.tf.json. */
  readonly files: ReadonlyMap<string, string>;
  /** Stack id -> its document. */
  readonly documents: ReadonlyMap<string, TerraformJson>;
  /** Every resource block of every stack. */
  readonly resources: readonly ResourceBlock[];
  /** Every policy of the IAM language in them. */
  readonly policies: readonly FoundPolicy[];
  /** Path below a stack's folder, begun by the stack's id -> the bytes of a file that its resources name: code of functions. */
  readonly assets: ReadonlyMap<string, Buffer>;
  /** The bytes of manifest.json, which the cdktf command reads. */
  readonly manifest: string;
  readonly inventory: StatefulInventory;
  /** How much of the AWS quotas the output uses. */
  readonly quotas: readonly QuotaUse[];
  /** Who is let in by which role and resource. */
  readonly trusts: readonly Trust[];
  /** Who may administer, use and delete which key. */
  readonly dataAccess: readonly DataAccess[];
  /** What is denied in which unit. */
  readonly guardrails: readonly AttachedGuardrail[];
}

/**
 * Runs the composition and refuses what AWS would refuse at apply.
 * @param near folder to put the scratch folder in, on the file system of the output
 * @throws Error with every validation that failed
 */
export function synthesize(blueprint: Blueprint, near: string): Synthesis {
  const synthesis = synthesizeUnchecked(blueprint, near);
  const wrong = [
    ...violations(synthesis, directoryOf(blueprint)),
    ...encryptionOf(synthesis).flatMap(({ wrong: line }) => line ?? []),
    ...tagViolations(synthesis, blueprint),
    ...orderViolations(synthesis.documents),
    ...quotaViolations(synthesis.quotas),
  ];
  if (wrong.length > 0)
    throw new Error(
      `synthesis: ${wrong.length} ${wrong.length === 1 ? 'violation' : 'violations'}; nothing was written\n${wrong.map((line) => `  ${line}`).join('\n')}`,
    );
  return synthesis;
}

/** Runs the composition through `app.synth()` in a scratch folder, so that a failure leaves the last output as it was. */
export function synthesizeUnchecked(blueprint: Blueprint, near: string): Synthesis {
  makeFolder(near);
  const scratch = mkdtempSync(join(near, '.synth-'));
  // CDKTF records a stack trace for every token, which nobody reads and which takes a fifth of the time.
  const { captureStackTrace } = Error;
  Error.captureStackTrace = () => {};
  try {
    importedFiles(); // a rule that AWS refuses is found even while every firewall is off
    const app = compose(blueprint, scratch);
    app.synth();
    const stacks = app.node.children.filter((child): child is BlueprintStack => child instanceof BlueprintStack);
    const files = new Map(stacks.map(({ node }) => [node.id, readFileSync(join(scratch, 'stacks', node.id, 'cdk.tf.json'), 'utf8')]));
    const documents = new Map([...files].map(([id, text]) => [id, JSON.parse(text) as TerraformJson]));
    const directory = directoryOf(blueprint);
    const resources = [...documents].flatMap(([id, document]) => resourcesIn(id, document));
    const policies = resources.flatMap(policyDocumentsIn);
    return {
      files,
      documents,
      resources,
      policies,
      assets: new Map(stacks.flatMap(({ node }) => assetsOf(scratch, node.id))),
      manifest: readFileSync(join(scratch, 'manifest.json'), 'utf8'),
      inventory: inventoryOf(stacks, documents),
      quotas: quotaUses(resources, directory),
      trusts: trustsIn(policies, documents, directory),
      dataAccess: dataAccessIn(policies, documents),
      guardrails: attachedGuardrails(policies, resources, directory, guardrailTexts(blueprint)),
    };
  } finally {
    Error.captureStackTrace = captureStackTrace;
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** @throws Error that says what stands in the way, and where the folder comes from */
function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
    accessSync(path, constants.W_OK);
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    const reason =
      code === 'EEXIST' || code === 'ENOTDIR' ? 'is no folder' : code === 'EACCES' || code === 'EROFS' || code === 'EPERM' ? 'cannot be written' : message;
    throw new Error(`--out: ${reason}, got ${path}; name a folder, new or old`);
  }
}

/** What cdktf copied beside the JSON of a stack. */
const assetsOf = (scratch: string, stack: string): [string, Buffer][] =>
  filesBelow(join(scratch, 'stacks', stack, 'assets')).map((path) => [`${stack}/assets/${path}`, readFileSync(join(scratch, 'stacks', stack, 'assets', path))]);
