import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { subjectKey } from '@portal/plugin-dora-common';
import { annotationSubject } from '../sources/reports/annotationSubject';

/** As in reports. A longer one is none that a tool could name, and no index holds it. */
const maxBytes = 1024;

/** What the catalog writes itself: no tool knows a component by it. */
const written =
  /^backstage\.io\/(managed-by-.*|view-url|edit-url|source-location|orphan)$/;

/**
 * Annotations that mean something only within another one. A component that has both is known by both together alone, so
 * that it does not get what is told of its namesake on another host.
 */
const within = new Map([
  ['argocd/app-name', 'argocd/app-namespace'],
  ['dev.azure.com/build-definition', 'dev.azure.com/project'],
  ['gitlab.com/project-id', 'gitlab.com/instance'],
  ['gitlab.com/project-slug', 'gitlab.com/instance'],
]);

/** Annotations that may hold several values, with commas between them. */
const lists: ReadonlySet<string> = new Set([
  'dev.azure.com/build-definition',
  'jenkins.io/job-full-name',
  'portal/cdevents-repository',
  'portal/cdevents-service',
  'prometheus.io/alert',
]);

/** Host names, which have no case. */
const hosts: ReadonlySet<string> = new Set(['gitlab.com/instance']);

/** The keys by which reports find a component, as `subjectKey` makes them. */
export function componentKeys(entity: Entity): string[] {
  const annotations = new Map<string, string>();
  for (const [name, value] of Object.entries(
    entity.metadata.annotations ?? {},
  )) {
    const text = valueOf(name, value);
    if (text !== '' && Buffer.byteLength(text) <= maxBytes) {
      annotations.set(name, text);
    }
  }
  const keys = [subjectKey({ entityRef: stringifyEntityRef(entity) })];
  for (const [name, value] of annotations) {
    const outer = within.get(name);
    const outerValue = outer && annotations.get(outer);
    const place = outerValue && {
      annotation: outer,
      value: outerValue,
    };
    for (const each of written.test(name) ? [] : valuesOf(name, value)) {
      keys.push(subjectKey(annotationSubject(name, each, place || undefined)));
    }
  }
  return [...new Set(keys)];
}

function valueOf(name: string, value: unknown): string {
  const text = String(value).trim();
  return hosts.has(name) ? text.toLowerCase() : text;
}

function valuesOf(name: string, value: string): string[] {
  if (!lists.has(name)) {
    return [value];
  }
  const parts = value.split(',').map(part => part.trim());
  return [value, ...parts].filter(part => part !== '');
}
