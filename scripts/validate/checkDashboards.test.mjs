import assert from 'node:assert/strict';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { repositoryRoot } from '../support/paths.mjs';
import { checkDashboards } from './checkDashboards.mjs';

describe('checkDashboards', () => {
  let folder;

  before(async () => {
    folder = await fs.mkdtemp(path.join(os.tmpdir(), 'portal-validate-'));
  });
  after(() => fs.rm(folder, { recursive: true, force: true }));

  it('finds nothing wrong with the dashboards of the demo organisation', async () => {
    const { dashboards, problems } = await checkDashboards(
      path.join(repositoryRoot, 'catalog/dashboards'),
    );
    assert.deepEqual(problems, []);
    assert.ok(dashboards >= 5);
  });

  it('names file, line, path and cure, in folders below too', async () => {
    await fs.mkdir(path.join(folder, 'team'));
    await fs.writeFile(
      path.join(folder, 'team/board.yml'),
      'apiVersion: portal/v1alpha1\nkind: Dashboard\nmetadata:\n  name: a\nspec:\n  type: team\n  owner: payments\n  tiles: none\n',
    );
    await fs.writeFile(path.join(folder, 'other.yaml'), 'kind: Component\n');
    assert.deepEqual(await checkDashboards(folder), {
      dashboards: 1,
      problems: [
        {
          file: 'team/board.yml',
          line: 8,
          column: 10,
          path: 'spec.tiles',
          message: 'is "none" (what it shows)',
          cure: 'Write a list.',
        },
      ],
    });
  });

  it('refuses a file that is too large, and a folder that is not there', async () => {
    await fs.writeFile(path.join(folder, 'huge.yaml'), 'a'.repeat(5_000_000));
    const { problems } = await checkDashboards(folder);
    assert.equal(
      problems.find(({ file }) => file === 'huge.yaml').path,
      'the file',
    );
    await assert.rejects(
      checkDashboards(path.join(folder, 'nowhere')),
      /cannot be read \(ENOENT\)/,
    );
  });
});
