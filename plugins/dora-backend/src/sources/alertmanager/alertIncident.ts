import type {
  ReportedIncident,
  ReportSubject,
} from '@portal/plugin-dora-common';
import { annotationSubject } from '../reports/annotationSubject';
import { matchesName } from '../reports/matchesName';
import type { PayloadReader } from '../reports/PayloadReader';
import { maybeEntityRef } from '../reports/readEntityRef';
import { readCausedBy } from '../reports/readText';
import type { AlertmanagerOptions } from './AlertmanagerOptions';

const source = 'alertmanager';
const usualIncidents = [{ severity: 'critical' }];
const usualEntityLabels = ['backstage_entity_ref', 'component', 'service'];
const usualEnvironmentLabels = ['environment', 'env'];

/** Whether the alert has the labels of an incident. One that has no labels at all is malformed, and read to say so. */
export function isIncidentAlert(
  alert: PayloadReader,
  { incidents = usualIncidents }: AlertmanagerOptions,
): boolean {
  return (
    !alert.at('labels').isObject ||
    incidents.some(labels =>
      Object.entries(labels).every(([label, pattern]) =>
        matchesName(labelOf(alert, label).word, [pattern]),
      ),
    )
  );
}

/** @throws InputError naming the path. */
export function readAlert(
  alert: PayloadReader,
  options: AlertmanagerOptions,
): ReportedIncident {
  if (!alert.at('labels').isObject) {
    alert.at('labels').fail('an object of labels');
  }
  const startsAt = alert.at('startsAt');
  const openedAt = startsAt.instant();
  const status = alert.at('status').text();
  if (status !== 'firing' && status !== 'resolved') {
    alert.at('status').fail('firing or resolved');
  }
  // While an alert fires, its end is the zero time, or a guess.
  const resolvedAt =
    status === 'resolved' ? readEnd(alert.at('endsAt'), openedAt) : undefined;
  const annotations = alert.at('annotations');
  return {
    kind: 'incident',
    // The fingerprint is that of the labels: each time that the alert fires has it.
    id: `${source}:alert:${alert.at('fingerprint').text()}:${openedAt}`,
    source,
    subjects: subjectsOf(alert, options),
    title:
      annotations.at('summary').title ??
      annotations.at('description').title ??
      annotations.at('message').title ??
      alert.at('labels', 'alertname').title,
    environment: environmentOf(alert, options),
    openedAt,
    ...(resolvedAt === undefined
      ? { status: 'open' }
      : { status: 'resolved', resolvedAt }),
    causedBy: readCausedBy(annotations.at('description').word),
    url: alert.at('generatorURL').url,
    // A notification has no time of its own, and is repeated while the alert fires.
    updatedAt: resolvedAt ?? openedAt,
    sequence: resolvedAt === undefined ? 0 : 1,
  };
}

function readEnd(place: PayloadReader, openedAt: number): number {
  const resolvedAt = place.instant();
  return resolvedAt < openedAt
    ? place.fail('an instant that is not before startsAt')
    : resolvedAt;
}

function subjectsOf(
  alert: PayloadReader,
  options: AlertmanagerOptions,
): ReportSubject[] {
  const { annotationLabels = [], entityLabels = usualEntityLabels } = options;
  const subjects: ReportSubject[] = [];
  for (const { annotation, label } of annotationLabels) {
    const value = labelOf(alert, label).optionalText();
    if (value !== undefined) {
      subjects.push(annotationSubject(annotation, value));
    }
  }
  for (const label of entityLabels) {
    // Labels such as `service` were not made for this: what can't be the name of an entity, is none.
    const entityRef = maybeEntityRef(labelOf(alert, label).word?.trim());
    if (
      entityRef !== undefined &&
      !subjects.some(each => each.entityRef === entityRef)
    ) {
      subjects.push({ entityRef });
    }
  }
  const name = alert.at('labels', 'alertname').optionalText();
  return name === undefined
    ? subjects
    : [...subjects, annotationSubject('prometheus.io/alert', name)];
}

function environmentOf(
  alert: PayloadReader,
  { environmentLabels = usualEnvironmentLabels }: AlertmanagerOptions,
): string | undefined {
  for (const label of environmentLabels) {
    const environment = labelOf(alert, label).optionalText();
    if (environment !== undefined) {
      return environment;
    }
  }
  return undefined;
}

function labelOf(alert: PayloadReader, name: string): PayloadReader {
  const label = alert.at('labels', name);
  return label.isMissing ? alert.at('annotations', name) : label;
}
