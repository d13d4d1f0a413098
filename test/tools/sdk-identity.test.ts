import { credentialsFor } from '../../tools/applying/credentials';
import { sdkIdentity } from '../../tools/bootstrap/sdk-identity';

describe('the identity of bootstrap', () => {
  it.each([
    ['keys', { AWS_ACCESS_KEY_ID: 'id', AWS_SECRET_ACCESS_KEY: 'secret' }, { credentials: { accessKeyId: 'id', secretAccessKey: 'secret' } }],
    [
      'keys of a session',
      { AWS_ACCESS_KEY_ID: 'id', AWS_SECRET_ACCESS_KEY: 'secret', AWS_SESSION_TOKEN: 'token', AWS_PROFILE: 'other' },
      { credentials: { accessKeyId: 'id', secretAccessKey: 'secret', sessionToken: 'token' } },
    ],
    ['a profile', { AWS_PROFILE: 'admin' }, { profile: 'admin' }],
    ['nothing: the default chain', {}, {}],
  ])('%s', (_name, env, expected) => {
    expect(sdkIdentity(env)).toEqual(expected);
  });

  it("is terraform's: the account's own profile wins over what is around", () => {
    expect(sdkIdentity(credentialsFor('management', { AWS_PROFILE: 'ambient', AWS_ACCESS_KEY_ID: 'x', AWS_PROFILE_MANAGEMENT: 'admin' }))).toEqual({
      profile: 'admin',
    });
  });
});
