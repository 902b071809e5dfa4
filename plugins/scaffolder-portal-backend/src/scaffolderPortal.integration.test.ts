import { createMockDirectory } from '@backstage/backend-test-utils';
import {
  startScaffolderPortal,
  testDatabases,
} from './__testUtils__/startScaffolderPortal';
import { writeTemplates } from './__testUtils__/writeTemplates';

jest.setTimeout(180_000);

const directory = createMockDirectory();
const prices = {
  currency: 'EUR',
  date: '2026-11-01',
  source: 'a test',
  sizes: {
    small: { vcpu: 0.5, memoryGib: '1', instances: 1 },
    medium: { vcpu: '1', memoryGib: '2', instances: 2 },
    large: { vcpu: '2', memoryGib: '4', instances: 4 },
  },
  rates: [{ vcpuMonth: '10', memoryGibMonth: '2.50' }],
};

async function start(
  options: { denied?: string[]; config?: object; names?: string[] } = {},
) {
  directory.clear();
  const { root, locations } = await writeTemplates(directory.path);
  const portal = await startScaffolderPortal({
    knex: await testDatabases.init('POSTGRES_18'),
    templatesRoot: root,
    locations,
    denied: options.denied,
    config: { prices, ...options.config },
  });
  for (const name of options.names ?? ['service']) {
    await portal.find('template', name);
  }
  return portal;
}

function preview(template: string, values: object) {
  return { templateRef: `template:default/${template}`, values };
}

const previews = '/scaffolder-portal/v1/preview';

describe('previews', () => {
  it('show the files to members, who may not dry-run, and show nothing else', async () => {
    const portal = await start({
      denied: ['scaffolder.template.dry-run'],
      names: ['service', 'hostile', 'outside'],
    });
    const dryRun = await portal.post('/scaffolder/v2/dry-run', {
      template: {},
      values: {},
      directoryContents: [],
    });
    expect(dryRun.status).toBe(403);

    const { body } = await portal.post(
      previews,
      preview('service', { name: 'shop' }),
    );
    expect(body).toMatchObject({
      state: 'ready',
      moreFiles: 0,
      skippedSteps: [{ id: 'note', action: 'catalog:fetch' }],
      problems: [],
    });
    expect(body.files).toEqual([
      { path: 'README.md', size: 7, text: '# shop\n' },
      { path: 'large.txt', size: 300_000, omitted: 'too-large' },
      { path: 'logo.bin', size: 4, omitted: 'binary' },
    ]);
    expect(JSON.stringify(body)).not.toContain('do not show');

    for (const name of ['hostile', 'outside']) {
      const refused = await portal.post(
        previews,
        preview(name, { name: 'shop' }),
      );
      expect(refused.status).toBe(403);
      expect(refused.body.error.message).toMatch(/templatesRoot/);
    }
    await portal.stop();
  });

  it('say what the template does not accept, and at which step it fails', async () => {
    const portal = await start();
    const incomplete = await portal.post(
      previews,
      preview('service', { name: 'Shop' }),
    );
    expect(incomplete.body).toMatchObject({
      state: 'incomplete',
      files: [],
      problems: [{ path: 'name', message: expect.stringMatching(/pattern/) }],
    });
    for (const part of ['./missing', '../../secret/skeleton', '/etc']) {
      const { body } = await portal.post(
        previews,
        preview('service', { name: 'shop', part }),
      );
      expect(body).toMatchObject({
        state: 'failed',
        files: [],
        failure: { stepId: 'more', stepName: 'Add a part' },
      });
      expect(body.failure.message).not.toMatch(/dry-run-/);
    }
    const unknown = await portal.post(previews, preview('missing', {}));
    expect(unknown.status).toBe(404);
    const malformed = await portal.post(previews, {
      templateRef: 'service',
      values: {},
    });
    expect(malformed.status).toBe(400);
    await portal.stop();
  });

  it('need the permission, and never run an action that is not named', async () => {
    const denied = await start({ denied: ['scaffolder-portal.preview'] });
    const answer = await denied.post(
      previews,
      preview('service', { name: 'shop' }),
    );
    expect(answer.status).toBe(403);
    expect((await denied.get('/scaffolder-portal/v1/prices')).body).toEqual({
      ...prices,
      sizes: { ...prices.sizes, small: { ...prices.sizes.small, vcpu: '0.5' } },
      rates: [{ ...prices.rates[0], fixedMonth: '0' }],
    });
    await denied.stop();

    const portal = await start({
      config: { preview: { actions: ['fetch:plain'] }, prices: undefined },
    });
    const { body } = await portal.post(
      previews,
      preview('service', { name: 'shop', part: './skeleton' }),
    );
    expect(body.skippedSteps.map(({ id }: { id: string }) => id)).toEqual([
      'fetch',
      'note',
    ]);
    expect(body.files[0].path).toMatch(/^part\//);
    const none = await portal.get('/scaffolder-portal/v1/prices');
    expect(none.status).toBe(404);
    expect(none.body.error.message).toMatch(/scaffolderPortal.prices/);
    await portal.stop();
  });
});

describe('runs', () => {
  it('are read once each, make figures, and say what was made from what', async () => {
    const portal = await start();
    await portal.find('component', 'shop');
    await portal.find('component', 'old');
    const templates = '/scaffolder-portal/v1/templates';
    const before = await portal.get(templates);
    const service = (items: Array<{ title: string }>) =>
      items.find(({ title }) => title === 'Service');
    expect(service(before.body.items)).toMatchObject({
      templateRef: 'template:default/service',
      version: 3,
      runs: 0,
      successRate: { state: 'source-error', sampleSize: 0 },
    });

    const completed = await portal.scaffold('service', { name: 'shop' });
    const failed = await portal.scaffold('service', {
      name: 'other',
      part: './missing',
    });
    await portal.run('scaffolder-portal-read-runs');
    await portal.run('scaffolder-portal-read-runs');
    const after = await portal.get(templates);
    expect(service(after.body.items)).toMatchObject({
      runs: 2,
      successRate: { state: 'ok', value: 0.5, sampleSize: 2 },
      medianDuration: { state: 'ok', unit: 'h', sampleSize: 1 },
      lastRun: { status: 'failed' },
    });
    expect(after.body.readAt).toBeDefined();

    const made = await portal.get(
      '/scaffolder-portal/v1/runs?entityRef=component%3Adefault%2Fshop',
    );
    expect(made).toMatchObject({ status: 200 });
    expect(made.body.items).toEqual([
      expect.objectContaining({
        taskId: completed,
        templateRef: 'template:default/service',
        templateTitle: 'Service',
        templateVersion: 3,
        currentVersion: 3,
        createdBy: 'user:default/mock',
        status: 'completed',
        entityRefs: ['component:default/shop'],
      }),
    ]);
    const all = await portal.get(
      '/scaffolder-portal/v1/runs?templateRef=template%3Adefault%2Fservice',
    );
    expect(all.body.items).toEqual([
      expect.objectContaining({
        taskId: failed,
        status: 'failed',
        failedStep: { id: 'more', name: 'Add a part' },
        entityRefs: [],
      }),
      expect.objectContaining({ taskId: completed }),
    ]);
    expect((await portal.get('/scaffolder-portal/v1/runs')).status).toBe(400);

    await portal.run('scaffolder-portal-publish');
    await portal.run('scaffolder-portal-publish');
    const latest = async (metricId: string, entityRef: string) => {
      const { body } = await portal.asService('/metrics/v1/query/latest', {
        metricIds: [metricId],
        entityRefs: [entityRef],
      });
      return body.metrics[0].values[0];
    };
    expect(
      await latest('templateSuccessRate', 'template:default/service'),
    ).toMatchObject({ state: 'ok', value: 0.5, sampleSize: 2 });
    const { value } = after.body.items.find(
      ({ title }: { title: string }) => title === 'Service',
    ).medianDuration;
    for (const ref of ['template:default/service', 'component:default/shop']) {
      expect(await latest('provisioningTime', ref)).toMatchObject({ value });
    }
    expect(
      await latest('templateAdoption', 'component:default/shop'),
    ).toMatchObject({ value: 1 });
    expect(
      await latest('templateAdoption', 'component:default/old'),
    ).toMatchObject({ value: 0 });
    await portal.stop();
  });
});
