import type { JsonValue } from '@backstage/types';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request from 'supertest';
import { stringify } from 'yaml';
import {
  dev,
  environmentEntities,
  prod,
  teamEntity,
  uat,
} from './__testUtils__/environmentEntities';
import { startScaffolder } from './__testUtils__/startScaffolder';

// No schema of parameters: it is the action that has to refuse.
const template = {
  apiVersion: 'scaffolder.backstage.io/v1beta3',
  kind: 'Template',
  metadata: { name: 'placed' },
  spec: {
    type: 'service',
    parameters: [],
    steps: [
      {
        id: 'words',
        action: 'portal:catalog:describe',
        input: {
          kind: 'Component',
          type: 'service',
          name: '${{ parameters.name }}',
          description: 'Placed.',
          owner: 'group:default/team',
          environments: '${{ parameters.environments }}',
        },
      },
      {
        id: 'publish',
        action: 'portal:git:publish',
        input: { name: '${{ parameters.name }}' },
      },
    ],
  },
};

describe('environments of a template', () => {
  let folder: string;
  let portal: Awaited<ReturnType<typeof startScaffolder>>;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'portal-environments-'));
    await writeFile(
      join(folder, 'catalog.yaml'),
      [teamEntity, ...environmentEntities, template]
        .map(entity => stringify(entity))
        .join('---\n'),
    );
    portal = await startScaffolder({ folder });
    for (const { name } of [dev, uat, prod]) {
      await portal.entity(`resource:${name}`);
    }
  }, 180_000);

  afterAll(async () => {
    await portal?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('are taken as the field gives them', async () => {
    for (const [name, environments] of [
      ['everywhere', [dev, uat, prod]],
      ['nowhere', []],
    ] as const) {
      const { status } = await portal.run('placed', {
        name,
        environments: [...environments],
      });
      expect(status).toBe('completed');
    }
  }, 120_000);

  it.each<[string, JsonValue[], string[]]>([
    [
      'one that the catalog does not have',
      [dev, { ...uat, ref: 'resource:default/moon', name: 'MOON' }],
      [
        'Step "words" cannot use its environments',
        'environments[1], {"ref":"resource:default/moon","name":"MOON","production":false,"size":"small"}: The catalog has no environment resource:default/moon',
      ],
    ],
    [
      'a reference of something else',
      [{ ...dev, ref: 'group:default/team' }],
      ['environments[0]', 'no environment group:default/team'],
    ],
    [
      'a wrong size',
      [{ ...dev, size: 'huge' }],
      ['"size":"huge"', 'DEV1 needs a size: small, medium, large'],
    ],
    [
      'production that is said to be none',
      [{ ...prod, production: false }],
      ['PROD1 is not described as in the catalog'],
    ],
    [
      'production without a note',
      [{ ...prod, approval: 'ok' }],
      ['PROD1 is production: say in 10 to 500 characters why'],
    ],
    [
      'the same twice, and out of order',
      [uat, uat, dev],
      ['UAT1 is there twice', 'DEV1 is out of promotion order'],
    ],
  ])(
    'are refused before anything is made: %s',
    async (_, environments, said) => {
      const values = { name: 'refused', environments };
      const task = await portal.run('placed', values);
      expect(task.status).toBe('failed');
      for (const words of ['InputError', ...said]) {
        expect(task.log).toContain(words);
      }
      expect(await readdir(join(folder, 'repositories'))).not.toContain(
        'refused.git',
      );

      // And before it is run, by the dry run that previews are made with.
      const { status, body } = await request(portal.server)
        .post('/api/scaffolder/v2/dry-run')
        .set('authorization', portal.authorization)
        .send({
          template: { ...template, spec: { ...template.spec, output: {} } },
          values,
          directoryContents: [],
        });
      expect(status).toBe(400);
      for (const words of said) {
        expect(body.error.message).toContain(words);
      }
    },
    60_000,
  );
});
