import fc from 'fast-check';
import { convertDevLakeTables } from './convertDevLakeTables';
import { writeCsv } from './writeCsv';

const mapping = `project_name,table,row_id
alpha,cicd_scopes,ci
alpha,repos,repo
alpha,boards,board
beta,cicd_scopes,ci
beta,boards,"board, two"
`;
const incidentsOf = (...rows: string[]) =>
  `id,created_date,table,scope_id\n${rows.join('\n')}\n`;
const output = 'project_incident_deployment_relationships.csv';
const chainOutput = 'cicd_deployment_commits_after.csv';

type Row = {
  id: string;
  finished: number;
  result: string;
  environment: string;
};

const rows = fc.uniqueArray(
  fc.record({
    id: fc.string({ unit: fc.constantFrom('a', 'B', '1', '-'), minLength: 1 }),
    finished: fc.integer({ min: 0, max: 6 }),
    result: fc.constantFrom('SUCCESS', 'SUCCESS', 'FAILURE', ''),
    environment: fc.constantFrom('PRODUCTION', 'PRODUCTION', 'STAGING', ''),
  }),
  { selector: row => row.id, maxLength: 12 },
);

const hour = (n: number) => `2025-01-01 ${n}:00:00`;

function deployments(list: readonly Row[]): string {
  const columns = [
    'id',
    'commit_sha',
    'result',
    'started_date',
    'finished_date',
    'cicd_deployment_id',
    'cicd_scope_id',
    'repo_url',
    'environment',
  ] as const;
  return writeCsv(
    columns,
    list.map(row => ({
      id: row.id,
      commit_sha: `sha-${row.id}`,
      result: row.result,
      started_date: hour(row.finished),
      finished_date: hour(row.finished),
      cicd_deployment_id: `pipeline-${row.id}`,
      cicd_scope_id: 'ci',
      repo_url: 'https://example.com/repo',
      environment: row.environment,
    })),
  );
}

const shuffled = rows.chain(list =>
  fc.tuple(
    fc.constant(list),
    fc.shuffledSubarray(list, { minLength: list.length }),
  ),
);

describe('convertDevLakeTables', () => {
  it('links an incident to the last deployment that finished before it', () => {
    fc.assert(
      fc.property(
        shuffled,
        fc.integer({ min: 0, max: 7 }),
        ([list, other], at) => {
          const convert = (table: readonly Row[]) =>
            convertDevLakeTables(
              new Map([
                ['project_mapping.csv', mapping],
                ['incidents.csv', incidentsOf(`i,${hour(at)},boards,board`)],
                ['cicd_deployment_commits_before.csv', deployments(table)],
              ]),
              { project: 'alpha' },
            );
          const best = list
            .filter(
              row =>
                row.finished < at &&
                row.result === 'SUCCESS' &&
                row.environment === 'PRODUCTION',
            )
            .sort(
              (a, b) => b.finished - a.finished || (a.id < b.id ? -1 : 1),
            )[0];
          expect(convert(list).get(output)).toBe(
            `id,project_name,deployment_id\n${
              best ? `i,alpha,pipeline-${best.id}\n` : ''
            }`,
          );
          expect(convert(other)).toEqual(convert(list));
        },
      ),
    );
  });

  it('chains every successful deployment but the first of each environment', () => {
    fc.assert(
      fc.property(rows, list => {
        const text = convertDevLakeTables(
          new Map([
            ['project_mapping.csv', mapping],
            ['cicd_deployment_commits_before.csv', deployments(list)],
          ]),
        ).get(chainOutput);
        const previous = new Map(
          (text ?? '')
            .trimEnd()
            .split('\n')
            .slice(1)
            .map(line => [line.split(',')[0], line.split(',')[9]]),
        );
        expect(previous.size).toBe(list.length);
        for (const environment of ['PRODUCTION', 'STAGING']) {
          const chain = list
            .filter(
              row =>
                row.result === 'SUCCESS' && row.environment === environment,
            )
            .sort((a, b) => a.finished - b.finished || (a.id < b.id ? -1 : 1));
          expect(chain.map(({ id }) => previous.get(id))).toEqual(
            chain.map((_, place) => chain[place - 1]?.id ?? ''),
          );
        }
      }),
    );
  });

  it('measures pull requests of every project that has their repository', () => {
    const text = convertDevLakeTables(
      new Map([
        ['project_mapping.csv', `${mapping}beta,repos,repo\n`],
        [
          'pull_requests.csv',
          'id,base_repo_id,author_id,merge_commit_sha,created_date,merged_date\npr,repo,NULL,m,2025-01-01 1:00:00,2025-01-01 2:00:00\nopen,repo,a,n,2025-01-01 1:00:00,NULL\n',
        ],
        [
          'pull_request_commits.csv',
          'commit_sha,pull_request_id,commit_authored_date\nc2,pr,2025-01-01\nc1,pr,2025-01-01\n',
        ],
        [
          'pull_request_comments.csv',
          'id,pull_request_id,created_date,account_id\n',
        ],
        [
          'commits_diffs.csv',
          'old_commit_sha,new_commit_sha,commit_sha\nNULL,sha-b,m\nsha-a,sha-b,m\n',
        ],
        [
          'cicd_deployment_commits_before.csv',
          deployments([
            {
              id: 'a',
              finished: 2,
              result: 'SUCCESS',
              environment: 'PRODUCTION',
            },
            {
              id: 'b',
              finished: 3,
              result: 'SUCCESS',
              environment: 'PRODUCTION',
            },
          ]),
        ],
      ]),
    ).get('project_pr_metrics.csv');
    const measured = (project: string) =>
      `pr,${project},c1,60,,,,b,60,180,2025-01-01T00:00:00.000+00:00,,2025-01-01T01:00:00.000+00:00,2025-01-01T02:00:00.000+00:00,2025-01-01T03:00:00.000+00:00`;
    expect(text?.trimEnd().split('\n').slice(1)).toEqual([
      measured('alpha'),
      measured('beta'),
    ]);
  });

  it.each([
    [{}, 'There is nothing to convert: none of'],
    [{ 'incidents.csv': '' }, 'project_mapping.csv is missing'],
    [
      {
        'project_mapping.csv': mapping,
        'incidents.csv': 'id,table,scope_id\n',
      },
      "incidents.csv: the column 'created_date' is missing",
    ],
    [
      {
        'project_mapping.csv': mapping,
        'incidents.csv': incidentsOf('1,yesterday,boards,board'),
      },
      "incidents.csv, line 2: the column 'created_date' is 'yesterday', which is no date",
    ],
    [
      { 'project_mapping.csv': mapping, 'incidents.csv': incidentsOf('1,2') },
      'incidents.csv, line 2: 2 fields, but 4 columns',
    ],
    [
      { 'project_mapping.csv': mapping, 'incidents.csv': incidentsOf() },
      'cicd_deployment_commits_after.csv is missing',
    ],
    [
      {
        'project_mapping.csv': mapping,
        'cicd_deployment_commits_before.csv': 'id,id\n',
      },
      "the column 'id' is there twice",
    ],
  ])('says what is wrong with %j', (files, message) => {
    expect(() => convertDevLakeTables(new Map(Object.entries(files)))).toThrow(
      message,
    );
  });

  it('knows the projects of the mapping alone', () => {
    const files = new Map([
      ['project_mapping.csv', mapping],
      ['incidents.csv', incidentsOf()],
    ]);
    expect(() => convertDevLakeTables(files, { project: 'gamma' })).toThrow(
      "there is no project 'gamma'. It knows: alpha, beta",
    );
  });
});
