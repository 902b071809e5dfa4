import fs from 'node:fs/promises';
import path from 'node:path';
import readline from 'node:readline/promises';
import { directoryElsewhere } from '../postgres/databaseDirectory.mjs';
import { lockDataDirectory } from '../runtime/dataDirectoryLock.mjs';
import { dataDirectory } from '../support/paths.mjs';
import { UserFacingError } from '../support/UserFacingError.mjs';

/** `npm run reset [-- --yes]`: deletes the local data after asking. */
export async function run(args) {
  const directory = dataDirectory();
  const present = await fs.stat(directory).catch(() => undefined);
  if (!present) {
    console.log(`There is nothing to delete: ${directory} does not exist.`);
    return 0;
  }
  await assertIsDataDirectory(directory);
  const unlock = await lockDataDirectory(directory);
  try {
    if (!args.includes('--yes') && !(await isConfirmed(directory))) {
      console.log('Nothing was deleted.');
      return 1;
    }
    await deleteData(directory);
  } finally {
    await unlock();
  }
  console.log(`Deleted ${directory}.`);
  return 0;
}

// PORTAL_DATA_DIR may name anything, a home folder included.
async function assertIsDataDirectory(directory) {
  const names = await fs.readdir(directory);
  if (names.length > 0 && !names.includes('service-token')) {
    throw new UserFacingError(
      `${directory} is no data folder of a portal: it has no service-token. Nothing was deleted; see what PORTAL_DATA_DIR is set to.`,
    );
  }
}

async function isConfirmed(directory) {
  if (!process.stdin.isTTY) {
    throw new UserFacingError(
      `This deletes ${directory} with its database, and there is no terminal to ask in. Add '-- --yes' if you mean it.`,
    );
  }
  const terminal = readline.createInterface({
    input: process.stdin,
    output: process.stdout,
  });
  const answer = await terminal.question(
    `Delete ${directory} with its database? Type 'yes': `,
  );
  terminal.close();
  return answer.trim().toLowerCase() === 'yes';
}

async function deleteData(directory) {
  const elsewhere = path.dirname(directoryElsewhere(directory));
  await fs.rm(elsewhere, { recursive: true, force: true });
  await fs.rm(directory, { recursive: true, force: true });
}
