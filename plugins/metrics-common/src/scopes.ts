/**
 * The scope that has every component of the catalog.
 *
 * @public
 */
export const everything = 'everything';

const kinds = ['group', 'system', 'domain'];

/**
 * Whether figures of it are rolled up from components: groups, systems, domains and `everything`. Figures of any other
 * entity are its own.
 *
 * @public
 */
export function isMetricScope(subject: string): boolean {
  const [kind] = subject.split(':');
  return subject === everything || kinds.includes(kind.toLowerCase());
}
