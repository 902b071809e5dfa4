import { defaultFormula } from '@portal/plugin-security-score-common';
import type { Knex } from 'knex';
import { vulnerability, weakness } from '../__testUtils__/readingOf';
import { seedService } from '../__testUtils__/seedFindings';
import { initTestDatabase } from '../__testUtils__/testDatabase';
import { TestImports } from '../__testUtils__/TestImports';
import { FormulaPriorities } from '../score/FormulaPriorities';
import { ScoreCalculator } from '../score/ScoreCalculator';

jest.setTimeout(60_000);

describe('priorities of what comes in', () => {
  let client: Knex;
  let imports: TestImports;

  beforeEach(async () => {
    client = await initTestDatabase();
    imports = new TestImports(client, {
      priorityTeller: FormulaPriorities.create({ formula: defaultFormula }),
    });
    await client('catalog_services').insert({
      service_id: await seedService(client),
      title: 'shop',
      criticality: 1,
      exposure: 'internet',
      seen_at: new Date(),
    });
  });

  async function priorities(): Promise<Record<string, number>> {
    const rows: Array<{ name: string; priority: number }> = await client(
      'findings',
    ).select('name', 'priority');
    return Object.fromEntries(
      rows.map(({ name, priority }) => [name, priority]),
    );
  }

  async function send(): Promise<void> {
    await imports.send({
      findings: [
        vulnerability('CVE-2026-1', '1.0.0', { epss: 0.4 }),
        vulnerability('CVE-2026-2', '1.0.0', { kev: true, severity: 'low' }),
        vulnerability('CVE-2026-3', '1.0.0', { reachable: false }),
        weakness('no-eval', 3),
      ],
    });
  }

  it.each([false, true])(
    'are those of the score, with lists of exploits: %s',
    async hasLists => {
      if (hasLists) {
        await client('exploit_sources').insert(
          ['epss', 'kev'].map(kind => ({
            kind,
            content_hash: kind,
            entries: 1,
          })),
        );
        await client('exploit_facts').insert([
          { name: 'CVE-2026-1', epss: 0.9, kev: false },
          { name: 'CVE-2026-3', epss: null, kev: true },
        ]);
      }
      await send();
      const written = await priorities();
      expect(Object.values(written).every(priority => priority > 0)).toBe(true);
      await client('findings').update({ priority: 0 });
      await ScoreCalculator.create({ client, formula: defaultFormula }).work();
      expect(await priorities()).toEqual(written);
    },
  );
});
