import { guardrail } from '../guardrail-context';

export const denyUnencryptedFileSystems = guardrail('DenyUnencryptedFileSystems', 'A file system cannot be encrypted later. Nobody is exempt.', () => ({
  Action: 'elasticfilesystem:CreateFileSystem',
  Condition: { Bool: { 'elasticfilesystem:Encrypted': 'false' } },
}));
