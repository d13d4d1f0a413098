import { DescribeParametersCommand, GetParametersCommand } from '@aws-sdk/client-ssm';
import { textsOf } from '../decode';
import type { Source } from '../source';

/** Parameters in plain text. A SecureString is where a secret belongs: never asked for, so that a decoy is not touched either. */
export const parameters: Source<string> = {
  list: async ({ ssm }, page) => {
    const { Parameters = [], NextToken } = await ssm.send(
      new DescribeParametersCommand({
        MaxResults: 50,
        NextToken: page,
        ParameterFilters: [{ Key: 'Type', Option: 'Equals', Values: ['String', 'StringList'] }],
      }),
    );
    return { items: Parameters.filter(({ Type }) => Type !== 'SecureString').map(({ Name = '' }) => Name), next: NextToken };
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
