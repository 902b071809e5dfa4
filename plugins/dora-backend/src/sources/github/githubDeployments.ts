import type {
  DeploymentResult,
  ReportedDeployment,
} from '@portal/plugin-dora-common';
import { matchesName } from '../reports/matchesName';
import type { ParsedDelivery } from '../reports/Parser';
import { versionOfRef } from '../reports/versionOfRef';
import { githubSubjects, type GithubContext } from './GithubContext';

const results = new Map<string, DeploymentResult>([
  ['success', 'success'],
  ['failure', 'failure'],
  ['error', 'failure'],
]);
// `inactive` says that another deployment took the place: this one has succeeded all the same.
const unfinished = new Set([
  'inactive',
  'in_progress',
  'pending',
  'queued',
  'waiting',
]);
const conclusions = new Map<string, DeploymentResult>([
  ['success', 'success'],
  ['failure', 'failure'],
  ['timed_out', 'failure'],
  ['startup_failure', 'failure'],
  ['cancelled', 'cancelled'],
]);

/** https://docs.github.com/en/webhooks/webhook-events-and-payloads#deployment */
export function githubDeployment(context: GithubContext): ParsedDelivery {
  const { payload } = context;
  const url = payload.at('repository', 'html_url').url;
  return {
    facts: [{ ...deploymentOf(context), url: url && `${url}/deployments` }],
  };
}

/**
 * https://docs.github.com/en/webhooks/webhook-events-and-payloads#deployment_status
 *
 * `production_environment` is for information: the portal's own mapping of environments decides.
 */
export function githubDeploymentStatus(context: GithubContext): ParsedDelivery {
  const status = context.payload.at('deployment_status');
  const state = status.at('state').text();
  const result = results.get(state);
  if (!result && !unfinished.has(state)) {
    return { facts: [], ignored: `the state ${state} is not known` };
  }
  const at = status.at('created_at').instant();
  const deployment = deploymentOf(context);
  return {
    facts: [
      {
        ...deployment,
        environment:
          status.at('environment').optionalText() ?? deployment.environment,
        url: status.at('log_url').url ?? status.at('target_url').url,
        updatedAt: at,
        // Ids of statuses grow.
        sequence: Number(status.at('id').count()),
        ...(result && { result, finishedAt: at }),
      },
    ],
  };
}

function deploymentOf({ payload, source }: GithubContext): ReportedDeployment {
  const deployment = payload.at('deployment');
  const startedAt = deployment.at('created_at').instant();
  return {
    kind: 'deployment',
    id: `${source}:deployment:${deployment.at('id').identifier()}`,
    source,
    subjects: githubSubjects(payload),
    environment: deployment.at('environment').optionalText(),
    sha: deployment.at('sha').sha(),
    version: versionOfRef(deployment.at('ref').optionalText()),
    startedAt,
    updatedAt: startedAt,
    sequence: 0,
    ...(deployment.at('task').word === 'rollback' && { isRollback: true }),
  };
}

/** https://docs.github.com/en/webhooks/webhook-events-and-payloads#workflow_run */
export function githubWorkflowRun(context: GithubContext): ParsedDelivery {
  const { payload, options, source } = context;
  const run = payload.at('workflow_run');
  const path = run.at('path').word ?? payload.at('workflow', 'path').word;
  const names = [
    run.at('name').word,
    payload.at('workflow', 'name').word,
    path?.replace(/@.*$/, ''),
    path?.replace(/@.*$/, '').replace(/^\.github\/workflows\//, ''),
  ];
  const workflow = options.deployWorkflows?.find(each =>
    names.some(name => matchesName(name, [each.workflow])),
  );
  if (!workflow) {
    return {
      facts: [],
      ignored: 'the workflow is not set as one that deploys',
    };
  }
  const conclusion = run.at('conclusion').optionalText();
  const result = conclusions.get(conclusion ?? '');
  if (conclusion && !result) {
    return {
      facts: [],
      ignored: `a run that ended ${conclusion} deploys nothing`,
    };
  }
  const updatedAt = run.at('updated_at').instant();
  return {
    facts: [
      {
        kind: 'deployment',
        id: `${source}:workflow-run:${run.at('id').identifier()}`,
        source,
        subjects: githubSubjects(payload),
        environment: workflow.environment,
        sha: run.at('head_sha').sha(),
        url: run.at('html_url').url,
        startedAt:
          run.at('run_started_at').optionalInstant() ??
          run.at('created_at').instant(),
        updatedAt,
        // The end of an attempt is after its beginning, and before the next attempt.
        sequence: run.at('run_attempt').count() * 2 + (result ? 1 : 0),
        ...(result && { result, finishedAt: updatedAt }),
      },
    ],
  };
}
