import { createReadStream, existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Knex } from 'knex';
import { initTestDatabase } from '../__testUtils__/testDatabase';
import { readReport } from '../parse/readReport';
import { DatabaseReportImporter } from './DatabaseReportImporter';

jest.setTimeout(60_000);

// Public data beside the repository: see its README for where the reports are from. CI always has it.
const folder = resolve(__dirname, '../../../../../shared/data/security');
const withData =
  existsSync(folder) || process.env.CI ? describe : describe.skip;
if (withData === describe.skip) {
  process.stderr.write(
    `Skipped the figures of the shared security reports: ${folder} is absent\n`,
  );
}

withData('the shared security reports', () => {
  let client: Knex;

  beforeEach(async () => {
    client = await initTestDatabase();
  });

  async function send(file: string) {
    return DatabaseReportImporter.create({
      client,
      readReport,
      slaDays: {},
      maxReportBytes: 1e9,
    }).import({
      entityRef: 'component:default/shop',
      bytes: createReadStream(resolve(folder, file)),
      sentBy: 'service:test',
      demo: false,
    });
  }

  async function open(): Promise<number> {
    return (await client('findings').where({ state: 'open' })).length;
  }

  it('has the four findings of one scan once, whatever its format', async () => {
    const files = ['json', 'sarif', 'gitlab'].map(
      format => `trivy/alpine-310.${format}.golden`,
    );
    const opened = [];
    for (const file of files) {
      const receipt = await send(file);
      expect(receipt).toMatchObject({ tool: 'trivy', findings: 4, closed: 0 });
      opened.push(receipt.opened);
      expect(await open()).toBe(4);
    }
    expect(opened).toEqual([4, 0, 0]);
  });

  it('counts the entries of a report, and opens what they are about once', async () => {
    expect(await send('sarif/bash-report.sarif')).toMatchObject({
      findings: 27,
      opened: 12,
    });
    expect(await open()).toBe(12);
  });

  it('counts what a report leaves out as suppressed', async () => {
    expect(await send('sarif/suppression_test.sarif')).toMatchObject({
      findings: 5,
      suppressed: 3,
      opened: 2,
    });
    expect(await open()).toBe(2);
  });
});
