import type { TriageSubject } from '@portal/plugin-dora-common';

/** The annotations that make a component the one of a subject, as YAML for its `catalog-info.yaml`. */
export function annotationSnippet(
  subjects: readonly TriageSubject[],
): string | undefined {
  // The one that needs nothing else is the shortest to write.
  const named = subjects.filter(({ annotation }) => annotation !== undefined);
  const subject = named.find(({ within }) => !within) ?? named.at(0);
  if (subject?.annotation === undefined) {
    return undefined;
  }
  const lines = [[subject.annotation, subject.value]];
  if (subject.within) {
    lines.push([subject.within.annotation, subject.within.value]);
  }
  return [
    'metadata:',
    '  annotations:',
    ...lines.map(([name, value]) => `    ${scalar(name)}: ${scalar(value)}`),
    '',
  ].join('\n');
}

/** The configuration that maps a name, with the environment left to be named: nothing becomes production by a guess. */
export function environmentSnippet(
  name: string,
  known: readonly string[],
): string {
  const choice = known.length > 0 ? `one of ${known.join(', ')}` : 'its name';
  return [
    'dora:',
    '  environments:',
    `    - match: ${scalar(name)}`,
    `      environment: # ${choice}`,
    '',
  ].join('\n');
}

/** JSON's strings are YAML's too. */
function scalar(text: string): string {
  const isPlain = /^[a-z][\w./-]*$/i.test(text);
  const isWord = /^(true|false|null|yes|no|on|off|y|n)$/i.test(text);
  return isPlain && !isWord ? text : JSON.stringify(text);
}
