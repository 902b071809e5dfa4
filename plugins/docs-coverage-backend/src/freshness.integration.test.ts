import { mockCredentials } from '@backstage/backend-test-utils';
import { exampleCatalog } from './__testUtils__/exampleCatalog';
import {
  startDocsCoverage,
  testDatabases,
} from './__testUtils__/startDocsCoverage';

jest.setTimeout(120_000);

const sha = (digit: string) => digit.repeat(40);

/** A commit and its release, which stands for a deployment to production. */
function release(digit: string, parents: string[], at: string): string {
  const commit = { sha: sha(digit), parents, authoredAt: at, committedAt: at };
  return [
    { type: 'commit', ...commit },
    { type: 'release', tag: `v${digit}`, sha: sha(digit), releasedAt: at },
  ]
    .map(line => JSON.stringify(line))
    .join('\n');
}

// The sites of the tests were built on 31 January 2026.
const first = { 'index.html': '<main>How it works</main>' };
const changed = { 'index.html': '<main>How it really works</main>' };
const sameText = {
  'index.html': '<main class="new">How it <b>really</b> works</main>',
};

describe('freshness', () => {
  it('is known where the text was seen to change and deployments are known, and never said otherwise', async () => {
    const sites = { 'component:default/shop': first };
    const {
      get,
      post,
      scan: runScan,
      stop,
    } = await startDocsCoverage({
      knex: await testDatabases.init('POSTGRES_18'),
      entities: exampleCatalog,
      sites,
      delivery: true,
    });
    const scan = async (site: Record<string, string>) => {
      Object.assign(sites, { 'component:default/shop': site });
      await runScan();
      const { body } = await get('/docs-coverage/v1/overview');
      return body.freshness;
    };
    const deploy = async (lines: string) => {
      const { body } = await post(
        '/dora/v1/import?entityRef=component:default/shop',
        lines,
        mockCredentials.service.header(),
      );
      expect(body).toMatchObject({ accepted: 2, rejected: 0 });
    };
    const unknown = { fresh: 0, stale: 0, unknown: 1 };

    // Nothing was deployed.
    expect(await scan(first)).toEqual(unknown);
    await deploy(release('1', [], '2026-02-10T12:00:00Z'));
    // The first text that is known may be old.
    expect(await scan(first)).toEqual(unknown);
    expect(await scan(changed)).toEqual({ fresh: 1, stale: 0, unknown: 0 });
    await deploy(release('2', [sha('1')], '2026-06-30T12:00:00Z'));
    // A build of the same text changes nothing.
    expect(await scan(sameText)).toEqual({ fresh: 0, stale: 1, unknown: 0 });
    const stale = await get('/docs-coverage/v1/stale-sites');
    expect(stale.body).toEqual({
      staleAfterDays: 90,
      items: [
        {
          entityRef: 'component:default/shop',
          changedAt: '2026-01-31T12:00:00.000Z',
          deployedAt: '2026-06-30T12:00:00.000Z',
          daysBehind: 150,
        },
      ],
    });
    const nobody = encodeURIComponent('group:default/nobody');
    const none = await get(`/docs-coverage/v1/stale-sites?scope=${nobody}`);
    expect(none.body.items).toEqual([]);
    await stop();
  });

  it('is unknown where the delivery plugin cannot be asked', async () => {
    const started = await startDocsCoverage({
      knex: await testDatabases.init('POSTGRES_18'),
      entities: exampleCatalog,
      sites: { 'component:default/shop': first },
    });
    const { body } = await started.get('/docs-coverage/v1/overview');
    expect(body).toMatchObject({
      sites: { built: 1 },
      freshness: { fresh: 0, stale: 0, unknown: 1 },
    });
    await started.stop();
  });
});
