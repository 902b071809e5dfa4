import fs from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { stringify } from 'yaml';

const SERVICES_PER_TEAM = 10;
const TEAMS_PER_DEPARTMENT = 20;
const WAIT_LIMIT_MS = 20 * 60_000;

/** The group whose people are members of the portal. */
export const memberGroup = 'group:default/department-000';

/**
 * Writes a catalog for the services: a team and a system for ten of them, a domain with a tenth of them and one with the
 * rest, departments above the teams, and the person who asks.
 *
 * @param {{ file: string, services: { name: string, index: number }[] }} options
 * @returns {Promise<{ location: object, entities: number }>}
 */
export async function writeOrganisation({ file, services }) {
  const teams = Math.ceil(services.length / SERVICES_PER_TEAM);
  const departments = Math.ceil(teams / TEAMS_PER_DEPARTMENT);
  const number = index => String(index).padStart(3, '0');
  const entities = [
    entity('User', 'guest', { memberOf: ['team-000'] }),
    entity('Domain', 'core', { owner: 'department-000' }),
    entity('Domain', 'rest', { owner: 'department-000' }),
  ];
  for (let index = 0; index < departments; index++) {
    const name = `department-${number(index)}`;
    entities.push(entity('Group', name, { type: 'department', children: [] }));
  }
  for (let index = 0; index < teams; index++) {
    const parent = `department-${number(
      Math.floor(index / TEAMS_PER_DEPARTMENT),
    )}`;
    entities.push(
      entity('Group', `team-${number(index)}`, {
        type: 'team',
        parent,
        children: [],
      }),
      entity('System', `system-${number(index)}`, {
        owner: `team-${number(index)}`,
        domain: index < teams / 10 ? 'core' : 'rest',
      }),
    );
  }
  for (const { name, index } of services) {
    const team = number(Math.floor(index / SERVICES_PER_TEAM));
    entities.push(
      entity('Component', name, {
        type: 'service',
        lifecycle: 'production',
        owner: `team-${team}`,
        system: `system-${team}`,
      }),
    );
  }
  const documents = entities.map(each => stringify(each, { lineWidth: 0 }));
  await fs.writeFile(file, documents.join('---\n'));
  return {
    entities: entities.length,
    location: {
      type: 'file',
      target: file,
      rules: [{ allow: ['User', 'Group', 'Domain', 'System', 'Component'] }],
    },
  };
}

function entity(kind, name, spec) {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name },
    spec,
  };
}

/** Waits until the catalog knows all entities and the history of ownership has begun with them. */
export async function waitForOrganisation({ url, token, services }) {
  const limit = Date.now() + WAIT_LIMIT_MS;
  const ask = async (path, init) => {
    const response = await fetch(`${url}${path}`, {
      ...init,
      headers: {
        Authorization: `Bearer ${token}`,
        'Content-Type': 'application/json',
      },
    });
    if (!response.ok) {
      throw new Error(
        `${path} answered ${response.status}: ${await response.text()}`,
      );
    }
    return response.json();
  };
  let known = 0;
  while (Date.now() < limit) {
    const [{ members }] = await ask('/api/org-history/v1/members', {
      method: 'POST',
      body: JSON.stringify({ scopes: ['everything', 'domain:default/core'] }),
    }).then(({ items }) => items);
    known = members.length;
    if (known >= services) {
      const late = members.filter(({ intervals }) => intervals[0].from);
      if (late.length > 0) {
        throw new Error(
          `The history of ownership began before the catalog was complete: ${late.length} services came later`,
        );
      }
      return;
    }
    await sleep(1000);
  }
  throw new Error(
    `The history of ownership knows ${known} of ${services} services after ${
      WAIT_LIMIT_MS / 60_000
    } minutes`,
  );
}

/**
 * Waits until the catalog has put all it read together: it goes on with that for minutes after its entities are known, and COPY,
 * which is measured after the imports, would be spared what they meet.
 */
export async function waitUntilStitched(client) {
  const limit = Date.now() + WAIT_LIMIT_MS;
  for (let empty = 0; empty < 5; ) {
    const { rows } = await client.query(
      'SELECT count(*)::int AS waiting FROM catalog.stitch_queue',
    );
    empty = rows[0].waiting === 0 ? empty + 1 : 0;
    if (Date.now() > limit) {
      throw new Error(
        `The catalog has ${rows[0].waiting} entities to stitch after ${
          WAIT_LIMIT_MS / 60_000
        } minutes`,
      );
    }
    await sleep(1000);
  }
}

/** A token of the guest, who is a member by the group. */
export async function memberToken(url) {
  const response = await fetch(`${url}/api/auth/guest/refresh`, {
    headers: { 'X-Requested-With': 'XMLHttpRequest' },
  });
  if (!response.ok) {
    throw new Error(
      `The guest could not sign in: ${
        response.status
      } ${await response.text()}`,
    );
  }
  const { backstageIdentity } = await response.json();
  return backstageIdentity.token;
}
