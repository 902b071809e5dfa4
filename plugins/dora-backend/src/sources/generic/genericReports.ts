import type {
  DeploymentResult,
  IncidentStatus,
  ReportedChange,
  ReportedDeployment,
  ReportedIncident,
  ReportSubject,
} from '@portal/plugin-dora-common';
import { annotationSubject } from '../reports/annotationSubject';
import type { PayloadReader } from '../reports/PayloadReader';
import { readEntityRef } from '../reports/readEntityRef';

const source = 'generic';
const shared = ['type', 'entityRef', 'annotations', 'url', 'updatedAt'];
const results: readonly DeploymentResult[] = [
  'success',
  'failure',
  'cancelled',
];
const statuses: readonly IncidentStatus[] = ['open', 'resolved', 'withdrawn'];

/** @throws InputError naming the path. */
export function readGenericDeployment(
  place: PayloadReader,
): ReportedDeployment {
  place.requireFields([
    ...shared,
    'id',
    'environment',
    'version',
    'sha',
    'startedAt',
    'finishedAt',
    'result',
    'rollbackOf',
  ]);
  const startedAt = place.at('startedAt').optionalInstant();
  const finishedAt = place.at('finishedAt').optionalInstant();
  const result = oneOf(place.at('result'), results);
  if (result !== undefined && finishedAt === undefined) {
    place.at('finishedAt').fail('an instant, as there is a result');
  }
  if (result === undefined && finishedAt !== undefined) {
    place.at('result').fail(expectedOneOf(results));
  }
  requireOrder(place.at('finishedAt'), startedAt, finishedAt);
  return {
    kind: 'deployment',
    id: `${source}:deployment:${place.at('id').identifier()}`,
    ...readShared(place, finishedAt ?? startedAt, 'startedAt'),
    sequence: result === undefined ? 0 : 1,
    environment: place.at('environment').optionalText(),
    version: place.at('version').optionalText(),
    sha: place.at('sha').optionalSha(),
    startedAt,
    finishedAt,
    result,
    rollbackOf: place.at('rollbackOf').optionalText(),
  };
}

/** @throws InputError naming the path. */
export function readGenericChange(place: PayloadReader): ReportedChange {
  place.requireFields([
    ...shared,
    'sha',
    'committedAt',
    'deploymentId',
    'reverts',
  ]);
  const sha = place.at('sha').sha();
  const committedAt = place.at('committedAt').instant();
  const fields = readShared(place, committedAt, 'committedAt');
  const deploymentId = place.at('deploymentId').optionalText();
  return {
    kind: 'change',
    // A commit may be of several components of one repository.
    id: `${source}:change:${nameOf(fields.subjects[0])}:${sha}`,
    ...fields,
    sequence: 0,
    sha,
    committedAt,
    deploymentId: deploymentId && `${source}:deployment:${deploymentId}`,
    reverts: place.at('reverts').optionalAbbreviatedSha(),
  };
}

/** @throws InputError naming the path. */
export function readGenericIncident(place: PayloadReader): ReportedIncident {
  place.requireFields([
    ...shared,
    'id',
    'title',
    'environment',
    'openedAt',
    'resolvedAt',
    'status',
    'causedBy',
  ]);
  const openedAt = place.at('openedAt').instant();
  const resolvedAt = place.at('resolvedAt').optionalInstant();
  const implied = resolvedAt === undefined ? 'open' : 'resolved';
  const status = oneOf(place.at('status'), statuses) ?? implied;
  if (status === 'resolved' && resolvedAt === undefined) {
    place.at('resolvedAt').fail('an instant, as the incident is resolved');
  }
  if (status === 'open' && resolvedAt !== undefined) {
    place.at('resolvedAt').fail('nothing, as the incident is open');
  }
  requireOrder(place.at('resolvedAt'), openedAt, resolvedAt);
  return {
    kind: 'incident',
    id: `${source}:incident:${place.at('id').identifier()}`,
    ...readShared(place, resolvedAt ?? openedAt, 'openedAt'),
    sequence: statuses.indexOf(status),
    title: place.at('title').title,
    environment: place.at('environment').optionalText(),
    openedAt,
    status,
    ...(status === 'resolved' && { resolvedAt }),
    causedBy: place.at('causedBy').optionalText(),
  };
}

function readShared(
  place: PayloadReader,
  latest: number | undefined,
  field: string,
) {
  const url = place.at('url');
  if (!url.isMissing && url.url === undefined) {
    url.fail('an http or https address');
  }
  return {
    source,
    subjects: readSubjects(place),
    url: url.url,
    updatedAt:
      place.at('updatedAt').optionalInstant() ??
      latest ??
      place.at(field).fail('an ISO 8601 date and time'),
  };
}

function readSubjects(place: PayloadReader): ReportSubject[] {
  const entityRef = readEntityRef(place.at('entityRef'));
  const annotations = place.at('annotations');
  if (!annotations.isMissing && !annotations.isObject) {
    annotations.fail('an object of annotations and their values');
  }
  const names = Object.keys(annotations.value ?? {});
  const subjects = names.map(name =>
    annotationSubject(name, annotations.at(name).text()),
  );
  if (entityRef === undefined && subjects.length === 0) {
    place.at('entityRef').fail('the component, or else annotations of it');
  }
  return entityRef === undefined ? subjects : [{ entityRef }, ...subjects];
}

function nameOf(subject: ReportSubject): string {
  return subject.annotation === undefined
    ? subject.entityRef
    : `${subject.annotation}=${
        subject.ignoreCase ? subject.value.toLowerCase() : subject.value
      }`;
}

function oneOf<T extends string>(
  place: PayloadReader,
  values: readonly T[],
): T | undefined {
  return place.isMissing
    ? undefined
    : values.find(value => value === place.value) ??
        place.fail(expectedOneOf(values));
}

function expectedOneOf(values: readonly string[]): string {
  return `one of ${values.join(', ')}`;
}

function requireOrder(
  place: PayloadReader,
  from: number | undefined,
  to: number | undefined,
): void {
  if (from !== undefined && to !== undefined && to < from) {
    place.fail(`an instant that is not before ${new Date(from).toISOString()}`);
  }
}
