import fs from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { UserFacingError } from '../support/UserFacingError.mjs';

const require = createRequire(import.meta.url);

/**
 * Reads DevLake's tables from a folder and writes DevLake's outputs into another. Nothing is written unless all of them
 * could be made.
 *
 * @param {{ from: string, to: string, project?: string }} options
 * @returns {Promise<string[]>} The files that were written.
 */
export async function convertFolder({ from, to, project }) {
  // The estimators are TypeScript, which Backstage's own hook compiles as it is loaded.
  require('@backstage/cli/config/nodeTransform.cjs');
  const {
    convertDevLakeTables,
    devLakeInputs,
  } = require('../../plugins/dora-common/src/devlake/index.ts');
  const present = await fs.readdir(from).catch(error => {
    throw new UserFacingError(
      `The folder ${from} cannot be read (${error.code}). Name the folder that holds DevLake's tables as CSV.`,
    );
  });
  const files = new Map();
  for (const name of devLakeInputs.filter(input => present.includes(input))) {
    files.set(name, await fs.readFile(path.join(from, name), 'utf8'));
  }
  let results;
  try {
    results = convertDevLakeTables(files, { project });
  } catch (error) {
    if (error.name === 'InputError') {
      throw new UserFacingError(`In ${from}: ${error.message}`);
    }
    throw error;
  }
  await fs.mkdir(to, { recursive: true });
  for (const [name, text] of results) {
    await fs.writeFile(path.join(to, name), text);
  }
  return [...results.keys()];
}
