import type { DevLakeTable } from './DevLakeTable';

/**
 * A row of DevLake's `cicd_deployment_commits`: one commit that a deployment brought to one repository.
 *
 * @public
 */
export type DevLakeDeployment = {
  id: string;
  commitSha: string;
  result?: string;
  startedAt?: number;
  finishedAt?: number;
  deploymentId?: string;
  scopeId?: string;
  repoUrl?: string;
  environment?: string;
  previousSuccessId?: string;
};

/**
 * The columns that each output needs of a table of deployment commits.
 *
 * @public
 */
export const deploymentColumns = {
  chain: [
    'id',
    'commit_sha',
    'result',
    'started_date',
    'finished_date',
    'cicd_deployment_id',
    'cicd_scope_id',
    'repo_url',
    'environment',
  ],
  pullRequests: [
    'id',
    'commit_sha',
    'result',
    'started_date',
    'finished_date',
    'cicd_scope_id',
    'environment',
    'prev_success_deployment_commit_id',
  ],
  incidents: [
    'id',
    'result',
    'finished_date',
    'cicd_deployment_id',
    'cicd_scope_id',
    'environment',
  ],
} as const;

/**
 * Reads a table of deployment commits, in the order of its primary key.
 *
 * @public
 */
export function readDeployments(table: DevLakeTable): DevLakeDeployment[] {
  return table.rows
    .map(row => ({
      id: row.key('id'),
      commitSha: row.text('commit_sha') ?? '',
      result: row.text('result'),
      startedAt: row.instant('started_date'),
      finishedAt: row.instant('finished_date'),
      deploymentId: row.text('cicd_deployment_id'),
      scopeId: row.text('cicd_scope_id'),
      repoUrl: row.text('repo_url'),
      environment: row.text('environment'),
      previousSuccessId: row.text('prev_success_deployment_commit_id'),
    }))
    .sort(
      (a, b) =>
        compareText(a.id, b.id) || compareText(a.commitSha, b.commitSha),
    );
}

/**
 * The order of code units, whatever the language of the reader.
 *
 * @public
 */
export function compareText(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
