import { parseInstant, type ReportSubject } from '@portal/plugin-dora-common';
import { annotationSubject } from '../reports/annotationSubject';
import { matchesName } from '../reports/matchesName';
import type { PayloadReader } from '../reports/PayloadReader';
import { readEntityRef } from '../reports/readEntityRef';

/**
 * What may be told the Argo CD parser. In patterns `*` stands for any characters.
 *
 * @internal
 */
export type ArgocdOptions = {
  /**
   * Environments of applications that have no label `environment`. The first rule that matches in all of its patterns
   * decides; one without patterns never does.
   */
  environments?: readonly {
    application?: string;
    project?: string;
    /** Name or address of the cluster that is deployed to. */
    cluster?: string;
    /** The namespace that is deployed to. */
    namespace?: string;
    environment: string;
  }[];
  /** Whether health that is degraded after a sync is an incident. Default: false. */
  degradedIsIncident?: boolean;
};

/** A payload, and what all facts of it have in common. */
export type ArgocdContext = {
  payload: PayloadReader;
  options: ArgocdOptions;
  source: string;
  /** Epoch milliseconds. */
  receivedAt: number;
};

/** The natural id of a sync: an application has one at a time. */
export function argocdSyncId(
  { payload, source }: ArgocdContext,
  startedAt: number,
): string {
  return `${source}:sync:${argocdApplication(payload)}:${new Date(
    startedAt,
  ).toISOString()}`;
}

/** Namespace and name. */
export function argocdApplication(payload: PayloadReader): string {
  return `${payload.at('namespace').text()}/${payload.at('name').text()}`;
}

/** What every fact of an application has. */
export function argocdShared(context: ArgocdContext) {
  const { payload, options, source } = context;
  const name = payload.at('name').text();
  const namespace = payload.at('namespace').text();
  const entityRef = readEntityRef(payload.at('entityRef'));
  const subjects: ReportSubject[] = [
    ...(entityRef === undefined ? [] : [{ entityRef }]),
    annotationSubject('argocd/app-name', name, {
      annotation: 'argocd/app-namespace',
      value: namespace,
    }),
    annotationSubject('argocd/app-name', name),
  ];
  const address = payload.at('argocdUrl').url?.replace(/\/+$/, '');
  const path = [namespace, name].map(encodeURIComponent).join('/');
  return {
    source,
    subjects,
    environment:
      payload.at('environment').optionalText() ??
      environmentOf(payload, options),
    url: address && `${address}/applications/${path}`,
  };
}

function environmentOf(
  payload: PayloadReader,
  options: ArgocdOptions,
): string | undefined {
  const destination = payload.at('destination');
  const names = {
    application: [payload.at('name').word],
    project: [payload.at('project').word],
    cluster: [destination.at('name').word, destination.at('server').word],
    namespace: [destination.at('namespace').word],
  };
  return options.environments?.find(rule => {
    const patterns = Object.entries(names).flatMap(([field, values]) => {
      const pattern = rule[field as keyof typeof names];
      return pattern === undefined ? [] : [{ pattern, values }];
    });
    return (
      patterns.length > 0 &&
      patterns.every(({ pattern, values }) =>
        values.some(value => matchesName(value, [pattern])),
      )
    );
  })?.environment;
}

/** Whether two texts are the same instant, however they are written. */
export function isSameInstant(
  one: PayloadReader,
  other: PayloadReader,
): boolean {
  const at = parseInstant(one.word ?? '');
  return at !== undefined && at === parseInstant(other.word ?? '');
}
