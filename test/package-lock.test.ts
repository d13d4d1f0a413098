import { readFileSync } from 'node:fs';
import manifest from '../package.json';
import lock from '../package-lock.json';

const packages = lock.packages as Record<string, { optionalDependencies?: Record<string, string>; license?: string; dev?: boolean; version?: string }>;

describe('package-lock.json', () => {
  it('is whole for every platform: each optional dependency has an entry', () => {
    const missing = Object.entries(packages).flatMap(([path, entry]) =>
      Object.keys(entry.optionalDependencies ?? {})
        .filter((name) => !Object.keys(packages).some((key) => key === `node_modules/${name}` || key.endsWith(`/node_modules/${name}`)))
        .map((name) => `${path} -> ${name}`),
    );
    expect(missing).toEqual([]);
  });

  it('holds no address of a registry or a machine', () => {
    expect(readFileSync('package-lock.json', 'utf8')).not.toMatch(/"resolved"|https?:\/\/(localhost|127\.|10\.|192\.168\.)/);
  });

  it('pins exact versions', () => {
    for (const version of Object.values({ ...manifest.dependencies, ...manifest.devDependencies })) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  });

  it('production code takes permissive licences, and MPL-2.0 for CDKTF itself', () => {
    const allowed = /^\(?(MIT|ISC|Apache-2\.0|BSD-[23]-Clause|0BSD|MPL-2\.0|BlueOak-1\.0\.0|CC0-1\.0|Unlicense|Python-2\.0|Public Domain)\b/;
    const wrong = Object.entries(packages)
      .filter(([path, entry]) => path !== '' && !entry.dev && entry.license && !allowed.test(entry.license))
      .map(([path, { license }]) => `${path} ${license}`);
    expect(wrong).toEqual([]);
  });
});
