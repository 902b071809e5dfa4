import fs from 'node:fs';
import path from 'node:path';
import { convertDevLakeTables } from './convertDevLakeTables';

const shared = path.resolve(__dirname, '../../../../../shared/data/dora');

describe("DevLake's own tables", () => {
  if (!fs.existsSync(shared)) {
    // Only a machine without the shared data may leave them out.
    const state = process.env.CI ? 'missing' : 'skipped';
    it(`are ${state}: there is no shared/data/dora beside the repository`, () => {
      expect(state).toBe('skipped');
    });
    return;
  }

  it.each([
    ['devlake-change-lead-time', 'project_pr_metrics.csv', 6],
    ['devlake-previous-deployment', 'cicd_deployment_commits_after.csv', 16],
  ])('of %s come out equal', (folder, output, rows) => {
    const files = readFolder(path.join(shared, folder));
    const expected = files.get(output) ?? '';
    files.delete(output);
    const results = convertDevLakeTables(files);
    expect([...results.keys()]).toEqual([output]);
    expect(results.get(output)).toBe(expected);
    expect(expected.trimEnd().split('\n')).toHaveLength(rows + 1);
  });

  it('are read whatever the line ends, quotes and byte order mark', () => {
    const files = readFolder(path.join(shared, 'devlake-change-lead-time'));
    const dressed = new Map(
      [...files].map(([name, text]) => [
        name,
        `\ufeff${text
          .trimEnd()
          .split(/\r?\n/)
          .map(line => `"${line.split(',').join('","')}"`)
          .join('\r\n')}`,
      ]),
    );
    expect(convertDevLakeTables(dressed)).toEqual(convertDevLakeTables(files));
  });
});

function readFolder(folder: string): Map<string, string> {
  return new Map(
    fs
      .readdirSync(folder)
      .map(name => [name, fs.readFileSync(path.join(folder, name), 'utf8')]),
  );
}
