import { runTemplateTests } from '../testing/templatesPart.mjs';

/**
 * `npm run test:templates [-- <template> ...] [-- --update] [-- --templates <folder>]`: runs the tests of software templates. Ends
 * with 1 where one fails.
 */
export async function run(args) {
  const { code } = await runTemplateTests(args);
  return code;
}
