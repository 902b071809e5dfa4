import type {
  DeploymentResult,
  ReportedDeployment,
  ReportSubject,
} from '@portal/plugin-dora-common';
import { annotationSubject } from '../reports/annotationSubject';
import { matchesName } from '../reports/matchesName';
import type { ParsedDelivery } from '../reports/Parser';
import { maybeEntityRef } from '../reports/readEntityRef';
import {
  eventKey,
  source,
  subjectKey,
  type CdeventsContext,
} from './CdeventsContext';
import { readPurl } from './readPurl';
import {
  jenkinsJobOf,
  jenkinsSubjects,
  repositorySubjects,
} from './sourceSubjects';

const deployed = new Set(['deployed', 'upgraded', 'rolledback']);
const outcomes = new Map<string, DeploymentResult>([
  ['success', 'success'],
  ['failure', 'failure'],
  ['error', 'failure'],
  ['cancel', 'cancelled'],
]);
// The Jenkins plugin calls these a failure.
const cancelledInJenkins = new Set(['ABORTED', 'NOT_BUILT']);

/** https://cdevents.dev/docs/cd/ */
export function cdeventsService(context: CdeventsContext): ParsedDelivery {
  const { predicate, subject, at, portal } = context;
  if (!deployed.has(predicate)) {
    return { facts: [], ignored: `service ${predicate} is no deployment` };
  }
  const name = subject.at('id').text();
  const content = subject.at('content');
  const artifact = readPurl(content.at('artifactId').word);
  const entityRef = /^component:/i.test(name)
    ? maybeEntityRef(name)
    : undefined;
  return {
    facts: [
      {
        ...deploymentOf(context),
        id: deploymentIdOf(context, 'deployment', eventKey(context)),
        subjects: [
          ...portal.subjects,
          ...(entityRef === undefined ? [] : [{ entityRef }]),
          annotationSubject('portal/cdevents-service', name),
          ...jenkinsSubjects(jobOf(context)),
          ...repositorySubjects(artifact.repository),
        ],
        environment:
          portal.environment ?? content.at('environment', 'id').optionalText(),
        version: portal.version ?? artifact.version,
        sha: portal.sha ?? artifact.sha,
        url: portal.url,
        finishedAt: at,
        // CDEvents tells of deployments that succeeded only.
        result: portal.result ?? 'success',
        sequence: 1,
        ...(predicate === 'rolledback' && { isRollback: true }),
      },
    ],
  };
}

/** https://cdevents.dev/docs/core/ */
export function cdeventsPipelineRun(context: CdeventsContext): ParsedDelivery {
  const { options, predicate, event, subject, at, portal } = context;
  if (predicate !== 'started' && predicate !== 'finished') {
    return { facts: [], ignored: `a run that is ${predicate} deploys nothing` };
  }
  const content = subject.at('content');
  const name = content.at('pipelineName').optionalText();
  const job = jobOf(context);
  const pipeline = options.deployPipelines?.find(each =>
    [name, job.join('/')].some(some => matchesName(some, [each.pipeline])),
  );
  if (!pipeline) {
    return {
      facts: [],
      ignored: 'the pipeline is not set as one that deploys',
    };
  }
  const build = event.at('customData', 'build');
  const isFinished = predicate === 'finished';
  const result = isFinished ? resultOf(context) : undefined;
  if (isFinished && result === undefined) {
    return { facts: [], ignored: 'a run of which the outcome is not known' };
  }
  return {
    facts: [
      {
        ...deploymentOf(context),
        id: deploymentIdOf(context, 'pipeline-run', subjectKey(context)),
        subjects: [
          ...portal.subjects,
          ...nameSubjects('portal/cdevents-pipeline', name),
          ...jenkinsSubjects(job),
          ...repositorySubjects(build.at('scmState', 'url').word),
        ],
        environment: portal.environment ?? pipeline.environment,
        version: portal.version,
        sha: portal.sha ?? build.at('scmState', 'commit').maybeSha,
        url:
          portal.url ??
          content.at('uri').url ??
          content.at('url').url ??
          build.at('fullUrl').url,
        ...(result === undefined
          ? { startedAt: portal.startedAt ?? at, sequence: 0 }
          : { result, finishedAt: at, sequence: 1 }),
      },
    ],
  };
}

/** What all deployments have in common. */
function deploymentOf({ event, at, portal }: CdeventsContext) {
  const { startedAt, rollbackOf } = portal;
  if (startedAt !== undefined && startedAt > at) {
    event
      .at('customData', 'portal', 'startedAt')
      .fail(`an instant that is not after ${new Date(at).toISOString()}`);
  }
  return {
    kind: 'deployment' as const,
    source,
    startedAt,
    rollbackOf,
    updatedAt: at,
  };
}

function deploymentIdOf(
  { portal }: CdeventsContext,
  kind: string,
  key: string,
): ReportedDeployment['id'] {
  return portal.deploymentId === undefined
    ? `${source}:${kind}:${key}`
    : `${source}:deployment:${portal.deploymentId}`;
}

function resultOf({
  event,
  subject,
  portal,
}: CdeventsContext): DeploymentResult | undefined {
  const status = event.at('customData', 'build', 'status').word ?? '';
  const outcome = subject.at('content', 'outcome').word ?? '';
  return (
    portal.result ??
    (cancelledInJenkins.has(status) ? 'cancelled' : outcomes.get(outcome))
  );
}

function jobOf({ event, subject }: CdeventsContext): string[] {
  const addresses = [
    subject.at('source'),
    event.at('context', 'source'),
    subject.at('content', 'uri'),
    subject.at('content', 'url'),
    event.at('customData', 'url'),
  ];
  return addresses.reduce<string[]>(
    (job, { word }) => (job.length > 0 ? job : jenkinsJobOf(word)),
    [],
  );
}

function nameSubjects(
  annotation: string,
  name: string | undefined,
): ReportSubject[] {
  return name === undefined ? [] : [annotationSubject(annotation, name)];
}
