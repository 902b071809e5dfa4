import fs from 'node:fs/promises';
import path from 'node:path';
import { isAlive } from '../support/processes.mjs';
import { UserFacingError } from '../support/UserFacingError.mjs';

/**
 * Makes sure that one portal at a time uses a data folder.
 *
 * @param {string} dataDirectory
 * @returns {Promise<() => Promise<void>>} Gives the folder free again.
 */
export async function lockDataDirectory(dataDirectory) {
  await fs.mkdir(dataDirectory, { recursive: true });
  const file = path.join(dataDirectory, 'portal.pid');
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      await fs.writeFile(file, String(process.pid), { flag: 'wx' });
      return () => fs.rm(file, { force: true });
    } catch (error) {
      if (error.code !== 'EEXIST') {
        throw error;
      }
      const holder = Number(await fs.readFile(file, 'utf8'));
      if (holder && isAlive(holder) && (await isPortal(holder))) {
        throw new UserFacingError(
          `A portal is running on ${dataDirectory} already (process ${holder}). Stop it, or give this one a folder of its ` +
            `own with PORTAL_DATA_DIR and a port of its own with PORT.`,
        );
      }
      // Left by a portal that was killed.
      await fs.rm(file, { force: true });
    }
  }
  throw new UserFacingError(
    `Another portal is just starting on ${dataDirectory}. Wait for it, or use PORTAL_DATA_DIR and PORT for this one.`,
  );
}

// After a restart of the machine the number may belong to any other program.
async function isPortal(pid) {
  if (process.platform !== 'linux') {
    return true;
  }
  const commandLine = await fs
    .readFile(`/proc/${pid}/cmdline`, 'utf8')
    .catch(() => '');
  return commandLine.includes('portal.mjs');
}
