import type { ReportSubject } from './reportTypes';

/**
 * A text that is the same for two subjects exactly where they name the same thing, for looking a component up.
 *
 * @remarks
 *
 * A component has the key of each of its annotations. Entity references are compared without case, as the catalog does;
 * other values only where their host does.
 *
 * @public
 */
export function subjectKey(subject: ReportSubject): string {
  if (subject.annotation === undefined) {
    return JSON.stringify(['entity', subject.entityRef.toLowerCase()]);
  }
  const { annotation, value, ignoreCase, within } = subject;
  const fold = (text: string) => (ignoreCase ? text.toLowerCase() : text);
  return JSON.stringify([
    annotation,
    fold(value),
    ...(within ? [within.annotation, fold(within.value)] : []),
  ]);
}
