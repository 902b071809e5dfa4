import { randomBytes } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { stringify } from 'yaml';
import { localConfigFiles } from '../../scripts/runtime/readPortalConfig.mjs';
import { startPortal } from '../../scripts/runtime/startPortal.mjs';
import { findFreePort } from '../../scripts/support/processes.mjs';
import { memberGroup, writeOrganisation } from './doraOrganisation.mjs';

/**
 * Starts a portal with a generated organisation instead of the demo one, on a database of its own, without building the
 * frontend. The guest is a member; `roles` gives others.
 */
export async function startOrganisationPortal({
  directory,
  services,
  roles = {},
}) {
  const secret = randomBytes(24).toString('base64url');
  const organisation = await writeOrganisation({
    file: path.join(directory, 'catalog.yaml'),
    services,
  });
  const config = path.join(directory, 'app-config.bench.yaml');
  await fs.writeFile(
    config,
    stringify({
      // Loading the demo organisation would be measured, too.
      portal: { demo: false },
      permission: {
        portal: { roles: { member: { groups: [memberGroup] }, ...roles } },
      },
      webhooks: { senders: { generic: { secrets: [secret] } } },
      catalog: {
        locations: [organisation.location],
        // Nothing changes in the file; read again all the time it would keep a core of this machine busy.
        processingInterval: { hours: 1 },
      },
      orgHistory: { frequency: { seconds: 10 } },
      dora: { catalogFrequency: { seconds: 10 } },
      // As app-config.production.yaml has it.
      search: {
        collators: {
          catalog: {
            schedule: {
              frequency: { minutes: 10 },
              timeout: { minutes: 15 },
            },
          },
        },
      },
    }),
  );
  const portal = await startPortal({
    port: await findFreePort(),
    dataDirectory: path.join(directory, 'data'),
    configFiles: [...localConfigFiles(), config],
  });
  return { ...portal, secret };
}
