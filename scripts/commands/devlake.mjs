import path from 'node:path';
import { parseArgs } from 'node:util';
import { convertFolder } from '../devlake/convertFolder.mjs';
import { UserFacingError } from '../support/UserFacingError.mjs';

/**
 * `npm run devlake -- <folder in> <folder out> [--project <name>]`: makes the outputs of Apache DevLake's dora plugin from
 * DevLake's tables as CSV.
 */
export async function run(args) {
  const { positionals, values } = read(args);
  if (positionals.length !== 2) {
    throw new UserFacingError(
      'Name two folders: npm run devlake -- <folder in> <folder out> [--project <name>].',
    );
  }
  // npm changes to the folder of package.json; relative paths mean the folder that the command was typed in.
  const typedIn =
    process.env.npm_lifecycle_event === 'devlake' && process.env.INIT_CWD;
  const [from, to] = positionals.map(folder =>
    path.resolve(typedIn || '.', folder),
  );
  const written = await convertFolder({ from, to, project: values.project });
  for (const name of written) {
    console.log(`Wrote ${path.join(to, name)}`);
  }
  return 0;
}

function read(args) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: { project: { type: 'string' } },
    });
  } catch (error) {
    throw new UserFacingError(error.message);
  }
}
