import fs from 'node:fs/promises';
import path from 'node:path';
import { repositoryRoot } from '../support/paths.mjs';
import { UserFacingError } from '../support/UserFacingError.mjs';

/**
 * `npm run bench [-- name ...] [--full]`: runs the benchmarks of `benchmarks/`, one JSON line a figure. Each file exports
 * `run({ full, report })`.
 */
export async function run(args) {
  const full = args.includes('--full');
  const wanted = args.filter(arg => !arg.startsWith('--'));
  const directory = path.join(repositoryRoot, 'benchmarks');
  const available = (await fs.readdir(directory))
    .filter(name => name.endsWith('.mjs'))
    .map(name => path.basename(name, '.mjs'))
    .sort();
  const unknown = wanted.find(name => !available.includes(name));
  if (unknown) {
    throw new UserFacingError(
      `There is no benchmark '${unknown}'. Use one of: ${available.join(
        ', ',
      )}.`,
    );
  }
  let missed = 0;
  for (const bench of wanted.length ? wanted : available) {
    const module = await import(path.join(directory, `${bench}.mjs`));
    await module.run({
      full,
      report: ({ figure, value, unit, goal, meets }) => {
        missed += meets === false ? 1 : 0;
        console.log(
          JSON.stringify({ bench, figure, value, unit, goal, meets }),
        );
      },
    });
  }
  return missed ? 1 : 0;
}
