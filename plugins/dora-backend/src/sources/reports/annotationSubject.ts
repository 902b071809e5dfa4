import type { ReportSubject } from '@portal/plugin-dora-common';

/** Annotations whose hosts take upper and lower case for the same. */
const withoutCase: ReadonlySet<string> = new Set([
  'github.com/project-slug',
  'gitlab.com/project-slug',
  'dev.azure.com/build-definition',
  'dev.azure.com/project',
  'dev.azure.com/project-repo',
]);

/**
 * A component that has this value in an annotation.
 *
 * @internal
 */
export function annotationSubject(
  annotation: string,
  value: string,
  within?: { annotation: string; value: string },
): ReportSubject {
  return {
    annotation,
    value,
    ...(withoutCase.has(annotation) && { ignoreCase: true }),
    ...(within && { within }),
  };
}
