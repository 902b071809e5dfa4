import pluralize from 'pluralize';

/**
 * Says in words what a list shows, such as `Owned services` or `60 components`.
 *
 * @param options - the filters as the list has them, and how many there are where that is known.
 */
export function describeList(options: {
  kind?: { value: string; label: string };
  type?: { value: string | string[] };
  user?: { value: string };
  total?: number;
  shown?: number;
}): string {
  const { kind, type, user } = options;
  const count = options.total ?? options.shown;
  const types = [type?.value ?? []].flat();
  const thing =
    types.length === 1 ? types[0] : kind?.label.toLowerCase() ?? 'entity';
  const noun = upperCaseApi(pluralize(thing, count === 1 ? 1 : 2));
  const which = user && user.value !== 'all' ? `${user.value} ` : '';
  return count === undefined
    ? sentenceStart(`${which}${noun}`)
    : `${new Intl.NumberFormat().format(count)} ${which}${noun}`;
}

function upperCaseApi(noun: string): string {
  return noun.replace(/^apis?$/, word => word.replace('api', 'API'));
}

function sentenceStart(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
