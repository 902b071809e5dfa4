import type {
  DeploymentResult,
  ReportSubject,
} from '@portal/plugin-dora-common';
import { annotationSubject } from '../reports/annotationSubject';
import type { PayloadReader } from '../reports/PayloadReader';
import { readEntityRef } from '../reports/readEntityRef';

/** What CDEvents has no field for, and an event may say in `customData.portal`. */
export type PortalData = {
  /** The entity that is named, then its annotations. */
  subjects: ReportSubject[];
  deploymentId?: string;
  environment?: string;
  version?: string;
  sha?: string;
  /** Epoch milliseconds. */
  startedAt?: number;
  result?: DeploymentResult;
  rollbackOf?: string;
  causedBy?: string;
  url?: string;
};

const fields = [
  'entityRef',
  'annotations',
  'deploymentId',
  'environment',
  'version',
  'sha',
  'startedAt',
  'result',
  'rollbackOf',
  'causedBy',
  'url',
];
const results: readonly DeploymentResult[] = [
  'success',
  'failure',
  'cancelled',
];

/** @throws InputError naming the path; also of fields that are not known. */
export function readPortalData(event: PayloadReader): PortalData {
  const place = event.at('customData', 'portal');
  if (place.isMissing) {
    return { subjects: [] };
  }
  place.requireFields(fields);
  const url = place.at('url');
  if (!url.isMissing && url.url === undefined) {
    url.fail('an http or https address');
  }
  return {
    subjects: readSubjects(place),
    deploymentId: place.at('deploymentId').optionalText(),
    environment: place.at('environment').optionalText(),
    version: place.at('version').optionalText(),
    sha: place.at('sha').optionalSha(),
    startedAt: place.at('startedAt').optionalInstant(),
    result: readResult(place.at('result')),
    rollbackOf: place.at('rollbackOf').optionalText(),
    causedBy: place.at('causedBy').optionalText(),
    url: url.url,
  };
}

function readSubjects(place: PayloadReader): ReportSubject[] {
  const entityRef = readEntityRef(place.at('entityRef'));
  const annotations = place.at('annotations');
  if (!annotations.isMissing && !annotations.isObject) {
    annotations.fail('an object of annotations and their values');
  }
  const subjects = Object.keys(annotations.value ?? {}).map(name =>
    annotationSubject(name, annotations.at(name).text()),
  );
  return entityRef === undefined ? subjects : [{ entityRef }, ...subjects];
}

function readResult(place: PayloadReader): DeploymentResult | undefined {
  return place.isMissing
    ? undefined
    : results.find(result => result === place.value) ??
        place.fail(`one of ${results.join(', ')}`);
}
