import { assign, type ManagementPolicy } from '../management-policy';

export interface TagVocabulary {
  readonly dataClasses: readonly string[];
  readonly environments: readonly string[];
}

/**
 * A misspelt class or environment falls out of every key policy, backup and bill that goes by the tag. The policy writes down
 * keys and values for the organization; on its own it reports, and refuses nothing. An owner may be anybody, in one spelling of the key.
 */
export const tagValues = ({ dataClasses, environments }: TagVocabulary): ManagementPolicy => ({
  tags: {
    DataClass: { tag_key: assign('DataClass'), tag_value: assign(dataClasses) },
    Environment: { tag_key: assign('Environment'), tag_value: assign(environments) },
    Owner: { tag_key: assign('Owner') },
  },
});
