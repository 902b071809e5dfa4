import { compareText, type DevLakeDeployment } from './DevLakeDeployment';
import { formatDevLakeInstant } from './devLakeInstant';
import type { DevLakeIncidentLink } from './linkDevLakeIncidents';
import type { DevLakePullRequestMetrics } from './measureDevLakePullRequests';
import { writeCsv } from './writeCsv';

/**
 * Writes `cicd_deployment_commits_after.csv`.
 *
 * @public
 */
export function writeDeployments(
  deployments: readonly DevLakeDeployment[],
): string {
  return writeCsv(
    [
      'id',
      'commit_sha',
      'result',
      'started_date',
      'finished_date',
      'cicd_deployment_id',
      'cicd_scope_id',
      'repo_url',
      'environment',
      'prev_success_deployment_commit_id',
    ],
    deployments.map(deployment => ({
      id: deployment.id,
      commit_sha: deployment.commitSha,
      result: deployment.result,
      started_date: date(deployment.startedAt),
      finished_date: date(deployment.finishedAt),
      cicd_deployment_id: deployment.deploymentId,
      cicd_scope_id: deployment.scopeId,
      repo_url: deployment.repoUrl,
      environment: deployment.environment,
      prev_success_deployment_commit_id: deployment.previousSuccessId,
    })),
  );
}

/**
 * Writes `project_pr_metrics.csv`.
 *
 * @public
 */
export function writePullRequestMetrics(
  metrics: readonly DevLakePullRequestMetrics[],
): string {
  return writeCsv(
    [
      'id',
      'project_name',
      'first_commit_sha',
      'pr_coding_time',
      'first_review_id',
      'pr_pickup_time',
      'pr_review_time',
      'deployment_commit_id',
      'pr_deploy_time',
      'pr_cycle_time',
      'first_commit_authored_date',
      'first_comment_date',
      'pr_created_date',
      'pr_merged_date',
      'pr_deployed_date',
    ],
    [...metrics].sort(byIdAndProject).map(row => ({
      id: row.id,
      project_name: row.projectName,
      first_commit_sha: row.firstCommit?.id,
      pr_coding_time: row.codingTime,
      first_review_id: row.firstReview?.id,
      pr_pickup_time: row.pickupTime,
      pr_review_time: row.reviewTime,
      deployment_commit_id: row.deployment?.id,
      pr_deploy_time: row.deployTime,
      pr_cycle_time: row.cycleTime,
      first_commit_authored_date: date(row.firstCommit?.at),
      first_comment_date: date(row.firstReview?.at),
      pr_created_date: date(row.createdAt),
      pr_merged_date: date(row.mergedAt),
      pr_deployed_date: date(row.deployment?.finishedAt),
    })),
  );
}

/**
 * Writes `project_incident_deployment_relationships.csv`.
 *
 * @public
 */
export function writeIncidentLinks(
  links: readonly DevLakeIncidentLink[],
): string {
  return writeCsv(
    ['id', 'project_name', 'deployment_id'],
    [...links].sort(byIdAndProject).map(link => ({
      id: link.id,
      project_name: link.projectName,
      deployment_id: link.deploymentId,
    })),
  );
}

function byIdAndProject(
  a: { id: string; projectName: string },
  b: { id: string; projectName: string },
): number {
  return compareText(a.id, b.id) || compareText(a.projectName, b.projectName);
}

function date(at: number | undefined): string | undefined {
  return at === undefined ? undefined : formatDevLakeInstant(at);
}
