import path from 'node:path';
import { UserFacingError } from '../support/UserFacingError.mjs';
import { checkDashboards } from '../validate/checkDashboards.mjs';

/**
 * `npm run validate -- <folder>`: checks the dashboards in a folder as the catalog does, for a pipeline of pull requests. Ends
 * with 1 where something is wrong.
 */
export async function run(args) {
  if (args.length !== 1) {
    throw new UserFacingError('Name one folder: npm run validate -- <folder>.');
  }
  // npm changes to the folder of package.json; a relative path means the folder that the command was typed in.
  const typedIn =
    process.env.npm_lifecycle_event === 'validate' && process.env.INIT_CWD;
  const folder = path.resolve(typedIn || '.', args[0]);
  const { dashboards, problems } = await checkDashboards(folder);
  for (const { file, line, column, path: where, message, cure } of problems) {
    console.log(`${file}:${line}:${column}: ${where} ${message}. ${cure}`);
  }
  console.log(
    `${dashboards} ${dashboards === 1 ? 'dashboard' : 'dashboards'} checked, ${
      problems.length
    } ${problems.length === 1 ? 'problem' : 'problems'}`,
  );
  return problems.length > 0 ? 1 : 0;
}
