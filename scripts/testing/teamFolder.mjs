import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { repositoryRoot } from '../support/paths.mjs';
import {
  localConfigFiles,
  readPortalConfig,
} from '../runtime/readPortalConfig.mjs';

const board = `apiVersion: portal/v1alpha1
kind: Dashboard
metadata:
  name: harbour
  title: Harbour
spec:
  type: team
  owner: group:default/platform-engineering
  tiles:
    - id: note
      widget: MarkdownWidget
      title: What we do
      settings: { text: We move boxes. }
      wide: { column: 1, row: 1, width: 6, height: 4 }
`;

/**
 * A folder of a team as its repository would be, with a board in `harbour.yaml` and a template in `templates/harbour-service`, that a portal
 * reads beside what it reads anyway. Journeys change the files as a merged pull request would.
 *
 * @returns {Promise<{ directory: string, env: NodeJS.ProcessEnv, remove: () => Promise<void> }>} `env`: for the portal.
 */
export async function createTeamFolder() {
  const directory = await fs.mkdtemp(path.join(os.tmpdir(), 'portal-team-'));
  await fs.chmod(directory, 0o755);
  const file = path.join(directory, 'harbour.yaml');
  await fs.writeFile(file, board);
  const templates = await createTemplates(directory);
  const usual = await readPortalConfig(localConfigFiles());
  const locations = [
    // A list replaces the list of the files before.
    ...(usual.getOptional('catalog.locations') ?? []).map(location =>
      location.target === '../../templates/all.yaml'
        ? { ...location, target: path.join(templates, 'all.yaml') }
        : location,
    ),
    { type: 'file', target: file, rules: [{ allow: ['Dashboard'] }] },
  ];
  return {
    directory,
    env: {
      APP_CONFIG_catalog_locations: JSON.stringify(locations),
      APP_CONFIG_scaffolderPortal_templatesRoot: JSON.stringify(templates),
    },
    remove: () => fs.rm(directory, { recursive: true, force: true }),
  };
}

/** Previews and upgrades read one folder of templates: a copy of the portal's, and in it that of the team. */
async function createTemplates(directory) {
  const templates = path.join(directory, 'templates');
  await fs.cp(path.join(repositoryRoot, 'templates'), templates, {
    recursive: true,
    filter: source => path.basename(source) !== 'tests',
  });
  await fs.cp(path.join(repositoryRoot, 'e2e-tests/team'), templates, {
    recursive: true,
  });
  await fs.appendFile(
    path.join(templates, 'all.yaml'),
    '    - ./harbour-service/template.yaml\n',
  );
  return templates;
}
