import fs from 'node:fs/promises';
import path from 'node:path';
import { stringify } from 'yaml';
import { localConfigFiles } from '../../scripts/runtime/readPortalConfig.mjs';
import { startPortal } from '../../scripts/runtime/startPortal.mjs';
import { findFreePort } from '../../scripts/support/processes.mjs';

/** A portal in the folder whose catalog has a group of members with the guest in it, and nothing else. */
export async function startMetricsPortal(directory) {
  const catalog = path.join(directory, 'catalog.yaml');
  const entities = [
    { kind: 'Group', name: 'members', spec: { type: 'team', children: [] } },
    { kind: 'User', name: 'guest', spec: { memberOf: ['members'] } },
  ];
  const documents = entities.map(({ kind, name, spec }) =>
    stringify({
      apiVersion: 'backstage.io/v1alpha1',
      kind,
      metadata: { name },
      spec,
    }),
  );
  await fs.writeFile(catalog, documents.join('---\n'));
  const config = path.join(directory, 'app-config.bench.yaml');
  await fs.writeFile(
    config,
    stringify({
      // Loading the demo organisation would be measured, too.
      portal: { demo: false },
      permission: {
        portal: { roles: { member: { groups: ['group:default/members'] } } },
      },
      catalog: {
        locations: [
          {
            type: 'file',
            target: catalog,
            rules: [{ allow: ['User', 'Group'] }],
          },
        ],
      },
    }),
  );
  return startPortal({
    port: await findFreePort(),
    dataDirectory: path.join(directory, 'data'),
    configFiles: [...localConfigFiles(), config],
  });
}
