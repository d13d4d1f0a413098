import { DescribeParametersCommand, GetParametersCommand, type ParameterMetadata } from '@aws-sdk/client-ssm';
import { textsOf } from '../decode';
import { requested } from '../mentioned';
import type { Source } from '../source';

const PLAIN = { Key: 'Type', Option: 'Equals', Values: ['String', 'StringList'] };
const plain = (all: readonly ParameterMetadata[]): string[] => all.filter(({ Type }) => Type !== 'SecureString').map(({ Name = '' }) => Name);

/** Parameters in plain text. A SecureString is where a secret belongs: never asked for, so that a decoy is not touched either. */
export const parameters: Source<string> = {
  list: async ({ ssm }, page) => {
    const { Parameters = [], NextToken } = await ssm.send(
      new DescribeParametersCommand({
        MaxResults: 50,
        NextToken: page,
        ParameterFilters: [PLAIN],
      }),
    );
    return { items: plain(Parameters), next: NextToken };
  },
  changed: async ({ ssm }, call) => {
    const name = requested(call, 'name');
    if (name === undefined) return [];
    // By its type first: to ask for a SecureString, a decoy perhaps, would be a touch.
    const { Parameters = [] } = await ssm.send(
      new DescribeParametersCommand({ ParameterFilters: [PLAIN, { Key: 'Name', Option: 'Equals', Values: [name.replace(/^arn:[^/]*parameter(?=\/)/, '')] }] }),
    );
    return plain(Parameters);
  },
  read: async ({ ssm }, name, { account, region }) => {
    const { Parameters = [] } = await ssm.send(new GetParametersCommand({ Names: [name], WithDecryption: false })).catch((error: Error) => {
      if (error.name === 'AccessDeniedException') return { Parameters: [{ Type: 'String', Value: undefined }] };
      throw error;
    });
    const id = `arn:aws:ssm:${region}:${account}:parameter${name.startsWith('/') ? '' : '/'}${name}`;
    return Parameters.filter(({ Type }) => Type !== 'SecureString').map(({ Value }) => ({
      type: 'Other',
      id,
      part: 'value',
      texts: Value === undefined ? undefined : textsOf(`${name.split('/').pop()}=${Value}`),
    }));
  },
};
