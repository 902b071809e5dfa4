import assert from 'node:assert/strict';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { run } from '../commands/devlake.mjs';

const tables = {
  'project_mapping.csv':
    'project_name,table,row_id\np,cicd_scopes,ci\np,repos,r\n',
  'incidents.csv':
    'id,created_date,table,scope_id,title\n1,2025-01-02,repos,r,"down,\nagain"\n',
  'cicd_deployment_commits_after.csv':
    'id,result,finished_date,cicd_deployment_id,cicd_scope_id,environment\n1,SUCCESS,2025-01-01,d,ci,PRODUCTION\n',
};
const output = 'project_incident_deployment_relationships.csv';

test('a folder of tables becomes a folder of outputs', async t => {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'devlake-'));
  t.after(() => fs.rm(folder, { recursive: true }));
  const [from, to] = [path.join(folder, 'in'), path.join(folder, 'out/deep')];
  await assert.rejects(run([from, to]), /cannot be read \(ENOENT\)/);
  await fs.mkdir(from);
  for (const [name, text] of Object.entries(tables)) {
    await fs.writeFile(path.join(from, name), text);
  }
  assert.equal(await run([from, to]), 0);
  assert.deepEqual(await fs.readdir(to), [output]);
  assert.equal(
    await fs.readFile(path.join(to, output), 'utf8'),
    'id,project_name,deployment_id\n1,p,d\n',
  );
  await fs.rm(path.join(from, 'project_mapping.csv'));
  const nothing = path.join(folder, 'nothing');
  await assert.rejects(run([from, nothing]), /project_mapping\.csv is missing/);
  await assert.rejects(fs.stat(nothing), /ENOENT/);
  await assert.rejects(run([from]), /Name two folders/);
});
