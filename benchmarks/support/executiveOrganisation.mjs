import fs from 'node:fs/promises';
import path from 'node:path';
import { stringify } from 'yaml';
import { localConfigFiles } from '../../scripts/runtime/readPortalConfig.mjs';
import { startPortal } from '../../scripts/runtime/startPortal.mjs';
import { findFreePort } from '../../scripts/support/processes.mjs';
import { stewardshipOf } from './executiveStewardship.mjs';

/** Groups above each other, the teams and everything included. */
const LEVELS = 8;

/** The reference of the component with this index. */
export const componentOf = index => `component:default/svc-${index}`;
/** The team that owns it: those next to each other are of other teams. */
export const teamOf = (index, teams) => `group:default/team-${index % teams}`;

/** What services are judged by: the metrics of executiveHistory.mjs. */
const pillars = [
  pillarOf('delivery', [
    { metric: 'bench0deploymentFrequency', target: 0.7, floor: 0.3 },
    { metric: 'bench1changeLeadTime', target: 168, floor: 720 },
    { metric: 'bench2changeFailRate', target: 0.15, floor: 0.3 },
  ]),
  pillarOf('reliability', [
    { metric: 'bench4availability', target: 0.7, floor: 0.3 },
  ]),
];

function pillarOf(id, checks) {
  return { id, title: id, weight: 1, checks };
}

/** A portal whose organisation has eight levels, with the guest as an executive. */
export async function startExecutivePortal({ directory, size }) {
  const target = path.join(directory, 'catalog.yaml');
  await fs.writeFile(
    target,
    organisationOf(size)
      .map(each => stringify(each, { lineWidth: 0 }))
      .join('---\n'),
  );
  const stewardship = path.join(directory, 'stewardship.yaml');
  await fs.writeFile(stewardship, stringify(stewardshipOf(size)));
  const config = path.join(directory, 'app-config.bench.yaml');
  await fs.writeFile(
    config,
    stringify({
      // Loading the demo organisation would be measured, too.
      portal: { demo: false },
      permission: {
        portal: { roles: { executive: { users: ['user:default/guest'] } } },
      },
      // Owners are changed in the history of ownership itself: the next look at the catalog would change them back.
      orgHistory: { frequency: { hours: 6 } },
      executive: {
        files: [stewardship],
        snapshots: { backfillDays: 0 },
        formula: { pillars },
      },
      catalog: {
        processingInterval: { hours: 6 },
        locations: [
          {
            type: 'file',
            target,
            rules: [
              { allow: ['User', 'Group', 'Domain', 'System', 'Component'] },
            ],
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

function organisationOf({ components, teams }) {
  const entities = [
    entity('User', 'guest', { memberOf: ['team-0'] }),
    entity('Domain', 'core', { owner: 'level-1-0' }),
  ];
  // Each level has twice as many groups as the one above, the last one all teams.
  const widthOf = level => (level < 1 ? 0 : 2 ** (level - 1));
  for (let level = 1; level < LEVELS - 1; level++) {
    for (let place = 0; place < widthOf(level); place++) {
      entities.push(
        entity('Group', `level-${level}-${place}`, {
          type: 'department',
          children: [],
          ...(level > 1 && {
            parent: `level-${level - 1}-${place % widthOf(level - 1)}`,
          }),
        }),
      );
    }
  }
  for (let team = 0; team < teams; team++) {
    entities.push(
      entity('Group', `team-${team}`, {
        type: 'team',
        children: [],
        parent: `level-${LEVELS - 2}-${team % widthOf(LEVELS - 2)}`,
      }),
      entity('System', `system-${team}`, {
        owner: `team-${team}`,
        domain: 'core',
      }),
    );
  }
  for (let index = 0; index < components; index++) {
    entities.push(
      entity('Component', `svc-${index}`, {
        type: 'service',
        lifecycle: 'production',
        owner: `team-${index % teams}`,
        system: `system-${index % teams}`,
      }),
    );
  }
  return entities;
}

function entity(kind, name, spec) {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name },
    spec,
  };
}
