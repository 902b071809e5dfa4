// Writes what TypeScript needs of every plugin's src/schema/openapi.yaml: the contract as a constant for the router, and its
// types. Run it with `yarn schema` after a change of a contract; with `--check` it only says what is out of date.
import fs from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';
import prettier from 'prettier';
import { parse } from 'yaml';
import { repositoryRoot } from '../support/paths.mjs';

const header = '// Generated from openapi.yaml by `yarn schema`.\n';
const checkOnly = process.argv.includes('--check');

const stale = [];
for (const folder of await findContracts()) {
  for (const [name, text] of Object.entries(await generate(folder))) {
    const file = path.join(folder, 'generated', name);
    const current = await fs.readFile(file, 'utf8').catch(() => undefined);
    if (current === text) {
      continue;
    }
    stale.push(path.relative(repositoryRoot, file));
    if (!checkOnly) {
      await fs.mkdir(path.dirname(file), { recursive: true });
      await fs.writeFile(file, text);
    }
  }
}
if (checkOnly && stale.length) {
  console.error(
    `Not what openapi.yaml says, run 'yarn schema': ${stale.join(', ')}`,
  );
  process.exitCode = 1;
}

async function findContracts() {
  const plugins = path.join(repositoryRoot, 'plugins');
  const found = [];
  for (const plugin of await fs.readdir(plugins)) {
    const folder = path.join(plugins, plugin, 'src/schema');
    if (
      await fs.stat(path.join(folder, 'openapi.yaml')).catch(() => undefined)
    ) {
      found.push(folder);
    }
  }
  return found;
}

async function generate(folder) {
  const file = path.join(folder, 'openapi.yaml');
  const contract = parse(await fs.readFile(file, 'utf8'));
  const types = astToString(await openapiTS(pathToFileURL(file)));
  return {
    'spec.ts': await format(
      folder,
      `export const spec = ${JSON.stringify(
        contract,
        undefined,
        2,
      )} as const;\n`,
    ),
    'types.ts': await format(folder, types),
  };
}

async function format(folder, text) {
  const options = await prettier.resolveConfig(path.join(folder, 'spec.ts'));
  return prettier.format(header + text, { ...options, parser: 'typescript' });
}
