import fs from 'node:fs/promises';
import path from 'node:path';
import { cacheDirectory } from './paths.mjs';

const file = name => path.join(cacheDirectory, `${name}.stamp`);

/** True when the step of this name was last finished for this digest. */
export async function isStamped(name, digest) {
  const found = await fs.readFile(file(name), 'utf8').catch(() => '');
  return found === digest;
}

/** Notes that the step of this name is finished for this digest. */
export async function writeStamp(name, digest) {
  await fs.mkdir(cacheDirectory, { recursive: true });
  await fs.writeFile(file(name), digest);
}
