import type { Blueprint } from '../../config/blueprint';
import { REQUIRED_TAGS } from '../../lib/data-tags';
import { nestedBlocks, type ResourceBlock } from './resources-in';
import { COMPANIONS, STORAGE_TYPES } from './storage-types';
import type { Synthesis } from './synthesize';

type Tags = Readonly<Record<string, unknown>>;
type Vocabulary = Readonly<Record<(typeof REQUIRED_TAGS)[number], readonly string[] | undefined>>;

/**
 * Resources without a class, an environment or an owner, or with one that nothing knows: backups, Macie, key policies and bills
 * go by these tags. AWS's tag policies check values only, and only of what is there.
 */
export function tagViolations({ documents, resources }: Pick<Synthesis, 'documents' | 'resources'>, blueprint: Blueprint): string[] {
  const known = vocabulary(blueprint);
  const defaults = new Map([...documents].map(([stack, document]) => [stack, (document.provider?.aws?.[0]?.default_tags?.[0]?.tags ?? {}) as Tags]));
  return [
    ...[...defaults].flatMap(([stack, tags]) => mistakes(`${stack}/provider.aws.default_tags`, tags, known)),
    ...resources.flatMap((resource) => [
      // What is right by default is reported once, above.
      ...(resource.attributes.tags ? mistakes(`${resource.path}.tags`, resource.attributes.tags, known, true) : []),
      ...ownClassMissing(resource),
      ...besidesDefaults(resource, known),
    ]),
  ];
}

export const vocabulary = ({ dataClasses, accounts }: Blueprint): Vocabulary => ({
  DataClass: Object.keys(dataClasses),
  Environment: Object.values(accounts).map(({ environment }) => environment),
  Owner: undefined, // anybody, but somebody
});

function mistakes(path: string, tags: Tags, known: Vocabulary, partial = false): string[] {
  return REQUIRED_TAGS.flatMap((tag) => {
    const value = tags[tag];
    if (value === undefined) return partial ? [] : [`${path}: lacks ${tag}, got ${Object.keys(tags).join(', ') || 'no tags'}; add it`];
    const allowed = known[tag];
    if (typeof value === 'string' && value !== '' && !value.includes('${') && (allowed?.includes(value) ?? true)) return [];
    return [`${path}.${tag}: must be ${allowed ? `one of ${allowed.join(', ')}` : 'a name'}, got ${value}; correct it`];
  });
}

/** What holds data says its class itself: moved to another stack, or read in the console, it must not change it. */
function ownClassMissing({ type, path, attributes }: ResourceBlock): string[] {
  const settings = STORAGE_TYPES[type]?.settings ?? COMPANIONS[type]?.unclassed;
  const holdsData = type in STORAGE_TYPES || type in COMPANIONS || /^aws_kms_(external_|replica_)?key$/.test(type);
  return holdsData && !settings && attributes.tags?.DataClass === undefined
    ? [
        `${path}.tags: does not say the class of its data, got ${Object.keys(attributes.tags ?? {}).join(', ') || 'no tags'}; add dataTags(CLASS) of lib/data-tags.ts`,
      ]
    : [];
}

/** Tags that the provider's default_tags do not reach: of what a launch template, an Auto Scaling group or an instance makes (provider guide, "Resource Tagging"). */
function besidesDefaults({ type, path, attributes }: ResourceBlock, known: Vocabulary): string[] {
  if (type === 'aws_launch_template') {
    const specifications = nestedBlocks(attributes.tag_specifications);
    return ['instance', 'volume'].flatMap((kind) =>
      mistakes(`${path}.tag_specifications of ${kind}s`, specifications.find(({ resource_type }) => resource_type === kind)?.tags ?? {}, known),
    );
  }
  if (type === 'aws_autoscaling_group') {
    const tags = nestedBlocks(attributes.tag);
    return mistakes(`${path}.tag`, Object.fromEntries(tags.map(({ key, value }) => [key, value])), known);
  }
  if (type === 'aws_instance') return mistakes(`${path}.volume_tags`, attributes.volume_tags ?? {}, known);
  return [];
}
