import type { DeploymentResult } from '@portal/plugin-dora-common';
import { matchesName } from '../reports/matchesName';
import type { ParsedDelivery } from '../reports/Parser';
import type { PayloadReader } from '../reports/PayloadReader';
import { versionOfRef } from '../reports/versionOfRef';
import { gitlabSubjects, type GitlabContext } from './GitlabContext';

const results = new Map<string, DeploymentResult>([
  ['success', 'success'],
  ['failed', 'failure'],
  ['canceled', 'cancelled'],
]);
// The others wait for an approval or were skipped.
const ranks = new Map([
  ['created', 0],
  ['running', 1],
]);

/** https://docs.gitlab.com/user/project/integrations/webhook_events/#deployment-events */
export function gitlabDeployment(context: GitlabContext): ParsedDelivery {
  const { payload, source } = context;
  const status = payload.at('status').text();
  const result = results.get(status);
  const rank = ranks.get(status);
  if (!result && rank === undefined) {
    return { facts: [], ignored: `${status} neither begins nor ends one` };
  }
  const at = payload.at('status_changed_at').instant();
  const ref = payload.at('ref').optionalText();
  return {
    facts: [
      {
        kind: 'deployment',
        id: `${source}:deployment:${payload.at('deployment_id').identifier()}`,
        source,
        subjects: gitlabSubjects(context),
        environment: payload.at('environment').optionalText(),
        sha: shaOfCommitUrl(payload.at('commit_url')),
        version: versionOfRef(ref),
        url: payload.at('deployable_url').url,
        updatedAt: at,
        sequence: rank ?? 2,
        ...(status === 'running' && { startedAt: at }),
        ...(result && { result, finishedAt: at }),
      },
    ],
  };
}

/** https://docs.gitlab.com/user/project/integrations/webhook_events/#pipeline-events */
export function gitlabPipeline(context: GitlabContext): ParsedDelivery {
  const { payload, options, source } = context;
  const pipeline = payload.at('object_attributes');
  const name = pipeline.at('name').word;
  const ref = pipeline.at('ref').word;
  const isOfRequest = pipeline.at('source').word === 'merge_request_event';
  const rule = options.deployPipelines?.find(
    each =>
      (each.name !== undefined || each.ref !== undefined) &&
      (each.name === undefined || matchesName(name, [each.name])) &&
      (each.ref === undefined ||
        (!isOfRequest && matchesName(ref, [each.ref]))),
  );
  if (!rule) {
    return {
      facts: [],
      ignored: 'the pipeline is not set as one that deploys',
    };
  }
  const status = pipeline.at('status').text();
  const result = results.get(status);
  if (!result && status !== 'running') {
    return { facts: [], ignored: `${status} neither begins nor ends one` };
  }
  const startedAt = pipeline.at('created_at').instant();
  const at = result ? pipeline.at('finished_at').instant() : startedAt;
  return {
    facts: [
      {
        kind: 'deployment',
        id: `${source}:pipeline:${pipeline.at('id').identifier()}`,
        source,
        subjects: gitlabSubjects(context),
        environment: rule.environment,
        sha: pipeline.at('sha').optionalSha(),
        version:
          pipeline.at('tag').value === true
            ? pipeline.at('ref').optionalText()
            : undefined,
        url: pipeline.at('url').url,
        startedAt,
        updatedAt: at,
        sequence: result ? 1 : 0,
        ...(result && { result, finishedAt: at }),
      },
    ],
  };
}

// The only place of a deployment event that has the whole sha.
function shaOfCommitUrl(url: PayloadReader): string | undefined {
  const path = url.word?.replace(/[?#].*$/s, '') ?? '';
  return /\/commit\/([0-9a-f]{40}|[0-9a-f]{64})$/
    .exec(path.slice(-100).toLowerCase())
    ?.at(1);
}
