import { mockCredentials } from '@backstage/backend-test-utils';
import type { DeploymentPage } from '@portal/plugin-dora-common';
import request from 'supertest';
import { component, startDora } from './__testUtils__/startDora';
import { spec } from './schema/generated/spec';

jest.setTimeout(120_000);

/** Words of which a field or a parameter would be about somebody. */
const ofPeople = new Set(
  `actor assignee assignees author authors avatar colleague committer committers contributor contributors creator deployer
   developer developers email employee engineer login member members mergedby owner people person persons persona reviewer
   reviewers user username users who`.split(/\s+/),
);

/** The names of all that can be asked for or is answered, at any depth. */
function namesIn(value: unknown): string[] {
  if (Array.isArray(value)) {
    return value.flatMap(namesIn);
  }
  if (typeof value !== 'object' || !value) {
    return [];
  }
  return Object.entries(value).flatMap(([key, inner]) => {
    const properties = key === 'properties' ? Object.keys(Object(inner)) : [];
    const parameter = key === 'name' && typeof inner === 'string' ? inner : [];
    return [...properties, ...[parameter].flat(), ...namesIn(inner)];
  });
}

const wordsOf = (name: string) =>
  name
    .split(/[^a-zA-Z]+|(?=[A-Z])/)
    .filter(Boolean)
    .map(word => word.toLowerCase());

const sha = (digit: number) => String(digit).repeat(40);
const at = (day: number) => `2026-01-0${day}T10:00:00.000Z`;

/** Two releases of which the second takes back the first, all of it the work of somebody. */
function historyOf(author: string) {
  return [1, 2, 3].flatMap(n => [
    {
      type: 'commit',
      sha: sha(n),
      parents: n === 1 ? [] : [sha(n - 1)],
      authoredAt: at(n),
      committedAt: at(n),
      author,
      reverts: n === 3 ? sha(2) : undefined,
    },
    { type: 'release', tag: `v${n}`, sha: sha(n), releasedAt: at(n + 1) },
  ]);
}

describe('figures of people', () => {
  it('are neither asked for nor answered by any route', () => {
    const names = [...new Set(namesIn(spec))];
    expect(names).toEqual(
      expect.arrayContaining(['environment', 'leadTime', 'sampleSize']),
    );
    expect(
      names.filter(name => wordsOf(name).some(word => ofPeople.has(word))),
    ).toEqual([]);
  });

  it('can not be made: who wrote a change makes no difference to any answer', async () => {
    const { server } = await startDora({
      entities: [component('ada-wrote'), component('bob-wrote')],
    });
    const authors = {
      'ada-wrote': 'a'.repeat(64),
      'bob-wrote': 'b'.repeat(64),
    };
    const answers: string[] = [];
    for (const [name, author] of Object.entries(authors)) {
      const imported = await request(server)
        .post(`/api/dora/v1/import?entityRef=component:default/${name}`)
        .set('Authorization', mockCredentials.service.header())
        .set('Content-Type', 'application/x-ndjson')
        .send(
          historyOf(author)
            .map(line => JSON.stringify(line))
            .join('\n'),
        );
      expect(imported.body).toMatchObject({ accepted: 6, rejected: 0 });

      const get = async (path: string) => {
        const filled = path
          .replace('{kind}', 'component')
          .replace('{namespace}', 'default')
          .replace('{name}', name);
        const { status, body } = await request(server)
          .get(`/api/dora${filled}`)
          .query(
            path.endsWith('{name}/sources') || path.includes('/deployments/')
              ? {}
              : { from: '2026-01-01', to: '2026-02-01' },
          )
          .set('Authorization', mockCredentials.user.header());
        expect([path, status]).toEqual([path, 200]);
        return body;
      };
      const entity = '/v1/entities/{kind}/{namespace}/{name}';
      const { items }: DeploymentPage = await get(`${entity}/deployments`);
      const failed = items.find(each => each.failed);
      expect(failed).toBeDefined();
      // Every route of an entity that there is, now and later.
      const bodies: unknown[] = [];
      for (const path of Object.keys(spec.paths)) {
        if (path.startsWith(entity)) {
          bodies.push(await get(path.replace('{id}', String(failed?.id))));
        }
      }
      expect(bodies.length).toBeGreaterThan(6);
      const text = JSON.stringify(bodies)
        .replaceAll(name, 'it')
        .replaceAll(/"lastSuccessAt":"[^"]*"/g, '');
      expect(text).not.toContain(author);
      answers.push(text);
    }
    expect(answers[0]).toBe(answers[1]);
  });
});
