import path from 'node:path';
import { parseArgs } from 'node:util';
import { checkProducts } from './checkProducts';
import { runTemplateTests } from './runTemplateTests';

const usage = `Usage: npm run test:templates [-- <template> ...] [-- options]
  --made <dir>         checks what a template made, such as a clone, instead of running templates; may be given several times
  --update             writes the golden files anew
  --templates <dir>    the folder whose folders are templates (default: templates)
  --catalog <file>     the catalog file with the groups, systems and environments that cases name (default: catalog/all.yaml)
  --user <ref>         whom templates are run by (default: user:default/anneli-korhonen)`;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      made: { type: 'string', multiple: true },
      update: { type: 'boolean', default: false },
      templates: { type: 'string', default: 'templates' },
      catalog: { type: 'string', default: 'catalog/all.yaml' },
      user: { type: 'string', default: 'user:default/anneli-korhonen' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const databaseUrl = process.env.TEMPLATE_TESTS_DATABASE;
  if (!databaseUrl) {
    throw new Error(
      "No database. Use 'npm run test:templates', which brings one along, or name an empty PostgreSQL database in TEMPLATE_TESTS_DATABASE.",
    );
  }
  const shared = {
    databaseUrl,
    templatesFolder: path.resolve(values.templates),
    isStrict: process.env.CI === 'true',
    catalogFile: path.resolve(values.catalog),
    userRef: values.user,
    cacheFolder: path.resolve('.cache'),
    print: (text: string) => console.log(text),
  };
  const { passed, failed } = values.made
    ? await checkProducts({
        ...shared,
        folders: values.made.map(folder => path.resolve(folder)),
      })
    : await runTemplateTests({
        ...shared,
        only: positionals,
        update: values.update,
      });
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed ? 1 : 0;
}

// Tools that run as WebAssembly hold the process; it has nothing left to do.
main().then(
  code => process.exit(code),
  error => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
