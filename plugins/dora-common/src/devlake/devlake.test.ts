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

  it('give each incident the production deployment that finished last before it, in its own project', () => {
    const files = readFolder(path.join(shared, 'devlake-previous-deployment'));
    files.delete('cicd_deployment_commits_before.csv');
    files.set(
      'incidents.csv',
      [
        'id,created_date,table,scope_id',
        // Pipeline 7 finished on the 24th, its failed commit on the 22nd does not count.
        'late,2022-09-25T00:00:00.000+00:00,boards,board1',
        'between,2022-09-22T12:00:00.000+00:00,boards,board2',
        'first,2022-09-11T12:00:00.000+00:00,repos,repo1',
        'early,2022-09-01T00:00:00.000+00:00,repos,repo2',
        // Project 2's last success in production was on the 14th: the 15th has no environment, the 20th failed.
        'other,2022-09-30T00:00:00.000+00:00,boards,board3',
        'strange,2022-09-30T00:00:00.000+00:00,repos,repo9',
      ].join('\n'),
    );
    const results = convertDevLakeTables(files);
    const [head, ...links] = (
      results.get('project_incident_deployment_relationships.csv') ?? ''
    )
      .trimEnd()
      .split('\n');
    expect(head).toBe('id,project_name,deployment_id');
    expect(links.sort()).toEqual([
      'between,project1,pipeline6',
      'first,project1,pipeline1',
      'late,project1,pipeline7',
      'other,project2,pipeline9',
    ]);
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
