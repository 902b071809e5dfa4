import fc from 'fast-check';
import type { Knex } from 'knex';
import { findSumErrors } from '../__testUtils__/findSumErrors';
import { vulnerability, weakness } from '../__testUtils__/readingOf';
import { initTestDatabase } from '../__testUtils__/testDatabase';
import { TestImports } from '../__testUtils__/TestImports';

jest.setTimeout(240_000);

type Entry = { number: number; line?: number; isSuppressed: boolean };
type Sent = { tool: string; scope: string; entries: Entry[] };

const arbitraryEntry: fc.Arbitrary<Entry> = fc.record({
  number: fc.integer({ min: 1, max: 4 }),
  line: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
  isSuppressed: fc.boolean(),
});
const arbitraryReports: fc.Arbitrary<Sent[]> = fc.array(
  fc.record({
    tool: fc.constantFrom('trivy', 'grype'),
    scope: fc.constantFrom('', 'image:shop'),
    entries: fc.array(arbitraryEntry, { maxLength: 5 }),
  }),
  { minLength: 1, maxLength: 6 },
);

describe('reports in any number and order', () => {
  let client: Knex;
  let imports: TestImports;
  let services = 0;

  beforeAll(async () => {
    client = await initTestDatabase();
    imports = new TestImports(client);
  });

  async function send(entityRef: string, { tool, scope, entries }: Sent) {
    const findings = entries.map(({ number, line, isSuppressed }) => ({
      ...(line === undefined
        ? vulnerability(`CVE-2026-${number}`)
        : weakness(`rule-${number}`, line)),
      ...(isSuppressed && { suppressed: { reason: 'as agreed' } }),
    }));
    return imports.send({ head: { tool, scope }, findings }, { entityRef });
  }

  async function sendAll(reports: readonly Sent[]): Promise<string> {
    services += 1;
    const entityRef = `component:default/shop-${services}`;
    for (const report of reports) {
      await send(entityRef, report);
    }
    return entityRef;
  }

  /** What a service has, without what only its order of reports says. */
  async function presentIn(entityRef: string): Promise<string[]> {
    const { rows } = await client.raw(
      `SELECT kind, name, variant, state FROM findings JOIN services ON services.id = service_id
       WHERE ref = ? AND present ORDER BY 1, 2, 3`,
      [entityRef],
    );
    return rows.map((row: Record<string, string>) =>
      [row.kind, row.name, row.variant, row.state].join(' '),
    );
  }

  it('the same report twice changes nothing more', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryReports, async reports => {
        const entityRef = await sendAll(reports);
        const before = await presentIn(entityRef);
        const again = await send(entityRef, reports[reports.length - 1]);
        expect(again).toMatchObject({ opened: 0, closed: 0, reopened: 0 });
        expect(await presentIn(entityRef)).toEqual(before);
        expect(await findSumErrors(client)).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  it('the last report of each scan decides, in whatever order the scans report', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryReports, async reports => {
        const lasts = [
          ...new Map(
            reports.map(report => [`${report.tool} ${report.scope}`, report]),
          ).values(),
        ];
        const identities = async (entityRef: string) =>
          (await presentIn(entityRef)).map(text =>
            // Code is one rule at one line of one tool; a line that moved keeps its finding.
            text.replace(/ \S+$/, ''),
          );
        const all = await identities(await sendAll(reports));
        const backwards = await identities(await sendAll([...lasts].reverse()));
        expect(all).toEqual(backwards);
      }),
      { numRuns: 25 },
    );
  });

  it('two services never touch each other', async () => {
    const one = await sendAll([
      {
        tool: 'trivy',
        scope: '',
        entries: [{ number: 1, isSuppressed: false }],
      },
    ]);
    const before = await presentIn(one);
    await sendAll([{ tool: 'trivy', scope: '', entries: [] }]);
    expect(await presentIn(one)).toEqual(before);
  });
});
