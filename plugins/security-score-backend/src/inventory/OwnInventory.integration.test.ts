import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { startSecurityScore } from '../__testUtils__/startSecurityScore';
import { readYarnLock } from './readYarnLock';

const portal = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'portal', namespace: 'default' },
  spec: { type: 'website', owner: 'platform' },
};
const own = path.resolve(__dirname, '../../../../yarn.lock');

describe('readYarnLock', () => {
  it('finds what this portal is built from', async () => {
    const { components } = readYarnLock(await fs.readFile(own, 'utf8')) as {
      components: Array<{ name: string; version: string; purl: string }>;
    };
    expect(components.length).toBeGreaterThan(1000);
    expect(components).toContainEqual(
      expect.objectContaining({
        name: '@backstage/ui',
        purl: expect.stringMatching(/^pkg:npm\/%40backstage\/ui@\d/),
      }),
    );
    // Its own packages are not published, and what is patched is there once.
    expect(components.some(({ name }) => name.startsWith('@portal/'))).toBe(
      false,
    );
    expect(new Set(components.map(({ purl }) => purl)).size).toBe(
      components.length,
    );
  });

  it('refuses anything else with an InputError', () => {
    const other = fc.oneof(
      fc.string(),
      fc.constant('# yarn lockfile v1\n\nlodash@^4:\n  version "4.17.21"\n'),
      fc.json(),
    );
    fc.assert(
      fc.property(other, text => {
        expect(() => readYarnLock(text)).toThrow(/^yarn\.lock: it is not/);
      }),
    );
  });
});

describe('the own inventory', () => {
  it('is told once, and again when the lock file has changed', async () => {
    const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'own-inventory-'));
    const lockFile = path.join(folder, 'yarn.lock');
    const write = (version: string) =>
      fs.writeFile(
        lockFile,
        `__metadata:\n  version: 8\n\n"lodash@npm:^4":\n  version: ${version}\n  resolution: "lodash@npm:${version}"\n`,
      );
    await write('4.17.20');
    const start = async (
      knex?: Awaited<ReturnType<typeof startSecurityScore>>['knex'],
    ) => {
      const backend = await startSecurityScore({
        knex,
        entities: [portal],
        runTasks: true,
        config: {
          securityScore: {
            ownInventory: { lockFile, entityRef: 'component:default/portal' },
          },
        },
      });
      const versions = async () =>
        (
          await backend.knex.raw(
            `SELECT v.version, (SELECT count(*)::integer FROM "security-score".reports) AS reports
             FROM "security-score".inventory_components c
               JOIN "security-score".package_versions v ON v.id = c.package_version_id`,
          )
        ).rows;
      return { backend, versions };
    };
    const eventually = async (
      look: () => Promise<unknown>,
      expected: unknown,
    ) => {
      for (let turn = 0; turn < 100; turn++) {
        if (JSON.stringify(await look()) === JSON.stringify(expected)) {
          break;
        }
        await new Promise(resolve => setTimeout(resolve, 100));
      }
      expect(await look()).toEqual(expected);
    };
    const first = await start();
    await eventually(first.versions, [{ version: '4.17.20', reports: 1 }]);

    const second = await start(first.backend.knex);
    await eventually(second.versions, [{ version: '4.17.20', reports: 1 }]);

    await write('4.17.21');
    const third = await start(first.backend.knex);
    await eventually(third.versions, [{ version: '4.17.21', reports: 2 }]);
    await fs.rm(folder, { recursive: true });
  });
});
