import fs from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { UserFacingError } from '../support/UserFacingError.mjs';

const require = createRequire(import.meta.url);
/** Larger files are not read into memory: no dashboard is that large. */
const MOST_BYTES = 4 * 1024 * 1024;

/**
 * Checks the dashboards in all YAML files of a folder.
 *
 * @param {string} folder
 * @returns {Promise<{ dashboards: number, problems: { file: string, line: number, column: number, path: string, message: string,
 *   cure: string }[] }>} - files are relative to the folder.
 */
export async function checkDashboards(folder) {
  // The rules are TypeScript, which Backstage's own hook compiles as it is loaded.
  require('@backstage/cli/config/nodeTransform.cjs');
  const { readDashboards } = require('../../plugins/dashboards-common/src');
  const { widgetDefinitions } = require('../../packages/widgets/src');
  const found = { dashboards: 0, problems: [] };
  for (const file of await listYamlFiles(folder)) {
    const absolute = path.join(folder, file);
    const { size } = await fs.stat(absolute);
    const { names, problems } =
      size > MOST_BYTES
        ? { names: [], problems: [tooLarge(size)] }
        : readDashboards(await fs.readFile(absolute, 'utf8'), {
            widgets: widgetDefinitions,
          });
    found.dashboards += names.length;
    found.problems.push(...problems.map(problem => ({ file, ...problem })));
  }
  return found;
}

async function listYamlFiles(folder) {
  try {
    const files = await fs.readdir(folder, { recursive: true });
    return files.filter(file => /\.ya?ml$/.test(file)).sort();
  } catch (error) {
    throw new UserFacingError(
      `The folder ${folder} cannot be read (${error.code}). Name the folder that holds the YAML files of dashboards.`,
    );
  }
}

function tooLarge(size) {
  return {
    line: 1,
    column: 1,
    path: 'the file',
    message: `has ${size} bytes`,
    cure: 'No dashboard is that large: split it.',
  };
}
