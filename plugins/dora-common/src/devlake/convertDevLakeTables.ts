import { InputError } from '@backstage/errors';
import { chainDevLakeDeployments } from './chainDevLakeDeployments';
import {
  deploymentColumns,
  readDeployments,
  type DevLakeDeployment,
} from './DevLakeDeployment';
import { DevLakeProjects } from './DevLakeProjects';
import { DevLakeTable } from './DevLakeTable';
import { linkDevLakeIncidents } from './linkDevLakeIncidents';
import { measureDevLakePullRequests } from './measureDevLakePullRequests';
import {
  writeDeployments,
  writeIncidentLinks,
  writePullRequestMetrics,
} from './devLakeOutputs';

/**
 * The files that {@link convertDevLakeTables} reads, where they are there.
 *
 * @public
 */
export const devLakeInputs = [
  'project_mapping.csv',
  'cicd_deployment_commits.csv',
  'cicd_deployment_commits_before.csv',
  'cicd_deployment_commits_after.csv',
  'commits_diffs.csv',
  'pull_requests.csv',
  'pull_request_commits.csv',
  'pull_request_comments.csv',
  'incidents.csv',
] as const;

/**
 * Makes DevLake's outputs from DevLake's tables, by DevLake's estimators, for every project of `project_mapping.csv`:
 *
 * - `cicd_deployment_commits_after.csv` from `cicd_deployment_commits_before.csv`;
 * - `project_pr_metrics.csv` from `pull_requests.csv`, `pull_request_commits.csv`, `pull_request_comments.csv`,
 *   `commits_diffs.csv` and deployments;
 * - `project_incident_deployment_relationships.csv` from `incidents.csv` and deployments.
 *
 * An output is made where the first of its inputs is there; the others are required then. Deployments are read from
 * `cicd_deployment_commits.csv` (for incidents, from `cicd_deployment_commits_after.csv` first), and are those that were
 * chained just now where the file is not there.
 *
 * @param files - Contents by file name.
 * @param options - `project` leaves out all other projects.
 * @returns Contents by file name.
 * @throws InputError naming the file, and the column or line, of what is missing or wrong.
 * @public
 */
export function convertDevLakeTables(
  files: ReadonlyMap<string, string>,
  options?: { project?: string },
): Map<string, string> {
  const read = (file: string, required: readonly string[]) => {
    const text = files.get(file);
    if (text === undefined) {
      throw new InputError(
        `${file} is missing. Export DevLake's table ${file.replace(
          '.csv',
          '',
        )} to it, with the columns ${required.join(', ')}.`,
      );
    }
    return DevLakeTable.create({ file, text, required });
  };
  const before = 'cicd_deployment_commits_before.csv';
  const leading = [before, 'pull_requests.csv', 'incidents.csv'];
  if (!leading.some(file => files.has(file))) {
    throw new InputError(
      `There is nothing to convert: none of ${leading.join(', ')} is there.`,
    );
  }
  const projects = DevLakeProjects.create(
    read('project_mapping.csv', DevLakeProjects.columns),
    options?.project,
  );
  const results = new Map<string, string>();

  let chained: DevLakeDeployment[] | undefined;
  if (files.has(before)) {
    const table = read(before, deploymentColumns.chain);
    chained = chainDevLakeDeployments(readDeployments(table), projects);
    results.set('cicd_deployment_commits_after.csv', writeDeployments(chained));
  }
  const deploymentsFrom = (names: string[], columns: readonly string[]) => {
    const file = names.find(name => files.has(name));
    return file === undefined && chained
      ? chained
      : readDeployments(read(file ?? names[0], columns));
  };
  const deployed = 'cicd_deployment_commits.csv';
  const after = 'cicd_deployment_commits_after.csv';
  if (files.has('pull_requests.csv')) {
    const metrics = measureDevLakePullRequests({
      ...readPullRequests(read),
      deployments: deploymentsFrom(
        [deployed, after],
        deploymentColumns.pullRequests,
      ),
      projects,
    });
    results.set('project_pr_metrics.csv', writePullRequestMetrics(metrics));
  }
  if (files.has('incidents.csv')) {
    const links = linkDevLakeIncidents({
      incidents: readIncidents(read),
      deployments: deploymentsFrom(
        [after, deployed],
        deploymentColumns.incidents,
      ),
      projects,
    });
    results.set(
      'project_incident_deployment_relationships.csv',
      writeIncidentLinks(links),
    );
  }
  return results;
}

type Read = (file: string, required: readonly string[]) => DevLakeTable;

function readIncidents(read: Read) {
  const columns = ['id', 'created_date', 'table', 'scope_id'];
  return read('incidents.csv', columns).rows.map(row => ({
    id: row.key('id'),
    createdAt: row.instant('created_date'),
    table: row.text('table'),
    scopeId: row.text('scope_id'),
  }));
}

function readPullRequests(read: Read) {
  const pullRequests = read('pull_requests.csv', [
    'id',
    'base_repo_id',
    'author_id',
    'merge_commit_sha',
    'created_date',
    'merged_date',
  ]).rows.map(row => ({
    id: row.key('id'),
    baseRepoId: row.text('base_repo_id'),
    authorId: row.text('author_id'),
    mergeCommitSha: row.text('merge_commit_sha'),
    createdAt: row.instant('created_date'),
    mergedAt: row.instant('merged_date'),
  }));
  const commits = read('pull_request_commits.csv', [
    'commit_sha',
    'pull_request_id',
    'commit_authored_date',
  ]).rows.map(row => ({
    id: row.key('commit_sha'),
    pullRequestId: row.key('pull_request_id'),
    at: row.instant('commit_authored_date'),
  }));
  const comments = read('pull_request_comments.csv', [
    'id',
    'pull_request_id',
    'created_date',
    'account_id',
  ]).rows.map(row => ({
    id: row.key('id'),
    pullRequestId: row.key('pull_request_id'),
    at: row.instant('created_date'),
    accountId: row.text('account_id'),
  }));
  const diffs = read('commits_diffs.csv', [
    'old_commit_sha',
    'new_commit_sha',
    'commit_sha',
  ]).rows.map(row => {
    // Empty and NULL differ in this table: empty means that there was nothing before.
    const oldSha = row.raw('old_commit_sha');
    return {
      oldSha: oldSha === 'NULL' ? undefined : oldSha,
      newSha: row.key('new_commit_sha'),
      commitSha: row.key('commit_sha'),
    };
  });
  return { pullRequests, commits, comments, diffs };
}
