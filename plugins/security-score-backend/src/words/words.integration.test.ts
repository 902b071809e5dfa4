import { setTimeout } from 'node:timers/promises';
import fc from 'fast-check';
import type { Knex } from 'knex';
import { vulnerability, weakness } from '../__testUtils__/readingOf';
import {
  seedFindings,
  type SeededFinding,
} from '../__testUtils__/seedFindings';
import { initTestDatabase } from '../__testUtils__/testDatabase';
import { TestImports } from '../__testUtils__/TestImports';
import { findingConditions } from '../findings/FindingConditions';
import { findWords } from './findWords';
import { WordKeeper } from './WordKeeper';

jest.setTimeout(120_000);

// Few characters, so that words meet, and those that LIKE and regular expressions take for something else.
const text = (maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...'abA%_\\é'), minLength: 1, maxLength });
const arbitraryFinding: fc.Arbitrary<SeededFinding> = fc.record({
  entityRef: fc.constantFrom(
    'component:default/shop',
    'component:default/till',
  ),
  name: fc.constantFrom('CVE-2026-1', 'CVE-2026-2'),
  aliases: fc.constantFrom([], ['GHSA-aaaa-bbbb-cccc']),
  title: fc
    .array(text(5), { minLength: 1, maxLength: 3 })
    .map(words => words.join(' ')),
  packageName: text(5),
  path: fc.option(text(4), { nil: undefined }),
});
const arbitrarySearch = fc
  .array(fc.oneof(text(3), fc.constantFrom('cve', '2026-1', 'ghsa', 'AAAA')), {
    minLength: 1,
    maxLength: 2,
  })
  .map(words => words.join(' '));

describe('words of findings', () => {
  let client: Knex;
  let keeper: WordKeeper;

  beforeEach(async () => {
    client = await initTestDatabase();
    keeper = WordKeeper.create({ client });
  });

  async function search(words: string, most?: number): Promise<string[]> {
    const { others, bindings } = findingConditions(
      { text: words },
      { services: undefined, words: await findWords(client, words, most) },
    );
    const { rows } = await client.raw(
      `SELECT id FROM findings WHERE ${others.join(' AND ')} ORDER BY id`,
      bindings,
    );
    return rows.map(({ id }: { id: string }) => id);
  }

  /** What the index stands for: each finding is looked at. */
  async function lookAtAll(words: string): Promise<string[]> {
    const { rows } = await client.raw(
      `SELECT id FROM findings WHERE NOT EXISTS (
         SELECT FROM unnest(?::text[]) AS word
         WHERE strpos(lower(concat_ws(' ', title, name, package_name, path)), word) = 0 AND NOT EXISTS (
           SELECT FROM vulnerability_aliases AS other
           WHERE other.vulnerability_id = findings.vulnerability_id AND strpos(lower(alias), word) > 0
         )
       ) ORDER BY id`,
      [words.toLocaleLowerCase('en-US').split(' ')] as never,
    );
    return rows.map(({ id }: { id: string }) => id);
  }

  it('are found as if each finding was looked at, whether they were read, are read in part, or are common', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(arbitraryFinding, { maxLength: 4 }),
        fc.boolean(),
        arbitrarySearch,
        async (findings, isRead, words) => {
          await seedFindings(client, findings);
          if (isRead) {
            await keeper.work();
          }
          const expected = await lookAtAll(words);
          expect(await search(words)).toEqual(expected);
          expect(await search(words, 1)).toEqual(expected);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('are those of now where a report or another name of a vulnerability changes them', async () => {
    const imports = new TestImports(client);
    await imports.send({
      head: { tool: 'semgrep' },
      findings: [{ ...weakness('no-eval', 3), title: 'eval is evil' }],
    });
    await imports.send({
      head: { tool: 'trivy' },
      findings: [{ ...vulnerability('GHSA-aaaa-bbbb-cccc'), title: 'A hole' }],
    });
    await expect(keeper.work()).resolves.toBe(1);
    const [weak, hole] = await lookAtAll('e');
    expect(await search('evil')).toEqual([weak]);

    await imports.send({
      head: { tool: 'semgrep' },
      findings: [{ ...weakness('no-eval', 3), title: 'eval is dangerous' }],
    });
    await imports.send({
      head: { tool: 'grype' },
      findings: [
        {
          ...vulnerability('CVE-2026-7'),
          aliases: ['CVE-2026-7', 'GHSA-aaaa-bbbb-cccc'],
        },
      ],
    });
    const expectNews = async () => {
      expect(await search('evil')).toEqual([]);
      expect(await search('dangerous')).toEqual([weak]);
      expect(await search('hole cve-2026-7')).toEqual([hole]);
      expect(await search('hole ghsa-aaaa')).toEqual([hole]);
    };
    await expectNews();
    await expect(keeper.work()).resolves.toBe(1);
    await expectNews();
    // The same again changes no words, so that there is nothing to read.
    await imports.send({
      head: { tool: 'semgrep' },
      findings: [{ ...weakness('no-eval', 3), title: 'eval is dangerous' }],
    });
    await expect(keeper.work()).resolves.toBe(0);
  });

  it('wait for who reads them, and are read again where they change meanwhile', async () => {
    await seedFindings(client, [{ title: 'before' }]);
    const reader = await client.transaction();
    await reader.raw('SELECT FROM unread_words FOR UPDATE');
    const changed = seedFindings(client, [
      { title: 'meanwhile', name: 'CVE-2026-9' },
    ]);
    const waiting = () =>
      client('pg_stat_activity')
        .whereRaw('datname = current_database()')
        .where('wait_event_type', 'Lock');
    while ((await waiting()).length === 0) {
      await setTimeout(20);
    }
    await reader('unread_words').delete();
    await reader.commit();
    const [id] = await changed;
    expect(await search('meanwhile')).toEqual([id]);
    await expect(keeper.work()).resolves.toBe(1);
    expect(await search('meanwhile')).toEqual([id]);
  });
});
