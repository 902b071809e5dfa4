import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readAllOf } from '../__testUtils__/readAllOf';
import { readYarnLock } from './readYarnLock';
import { writeCyclonedx } from './writeCyclonedx';

const lock = `# This file is generated

__metadata:
  version: 8
  cacheKey: 10c0

"@acme/shop@workspace:.":
  version: 0.0.0-use.local
  resolution: "@acme/shop@workspace:."
  dependencies:
    "@types/node": "npm:^22"
    lodash: "npm:^4.17.0"
    typescript: "npm:~5.9.0"
  languageName: unknown
  linkType: soft

"@types/node@npm:*, @types/node@npm:^22":
  version: 22.1.0
  resolution: "@types/node@npm:22.1.0"
  dependencies:
    undici-types: "npm:~6.13.0"
  bin:
    node: bin/version
  checksum: 10c0/aa
  languageName: node
  linkType: hard

"lodash@npm:^3.0.0":
  version: 3.10.1
  resolution: "lodash@npm:3.10.1"

"lodash@npm:^4.17.0":
  version: 4.17.21
  resolution: "lodash@npm:4.17.21"

"typescript@patch:typescript@npm%3A~5.9.0#optional!builtin<compat/typescript>":
  version: 5.9.3
  resolution: "typescript@patch:typescript@npm%3A5.9.3#optional!builtin<compat/typescript>::version=5.9.3&hash=5786d5"

"typescript@npm:~5.9.0":
  version: 5.9.3
  resolution: "typescript@npm:5.9.3"

"undici-types@npm:~6.13.0":
  version: 6.13.0
  resolution: "undici-types@npm:6.13.0"
`;

describe('readYarnLock', () => {
  it('reads each version once, and which of them workspaces ask for', () => {
    expect(
      readYarnLock(lock).map(
        ({ name, version, direct }) =>
          `${name}@${version}${direct ? ' direct' : ''}`,
      ),
    ).toEqual([
      '@types/node@22.1.0 direct',
      'lodash@3.10.1',
      'lodash@4.17.21 direct',
      'typescript@5.9.3 direct',
      'undici-types@6.13.0',
    ]);
  });

  it('reads the lock file of this repository', () => {
    const text = readFileSync(
      resolve(__dirname, '../../../../yarn.lock'),
      'utf8',
    );
    const packages = readYarnLock(text);
    const entries = text.match(/^ {2}linkType: hard$/gm) ?? [];
    // A patched package is locked twice, as it is and as it came.
    expect(packages.length).toBeLessThanOrEqual(entries.length);
    expect(packages.length).toBeGreaterThan(entries.length - 20);
    expect(packages.some(({ name }) => name.startsWith('@portal/'))).toBe(
      false,
    );
  });

  it('becomes an inventory that is read as it is meant', async () => {
    const { components, summary } = await readAllOf(
      writeCyclonedx(readYarnLock(lock), { tool: 'portal', name: 'portal' }),
    );
    expect(summary.head).toMatchObject({
      tool: 'portal',
      isInventory: true,
      tellsFindings: false,
    });
    expect(components).toHaveLength(5);
    expect(components[0]).toMatchObject({
      type: 'npm',
      name: '@types/node',
      version: '22.1.0',
      direct: true,
    });
    expect(components[1]).toMatchObject({ name: 'lodash', direct: false });
  });
});
