/**
 * The version of a template, raised by its authors with each change of what it makes.
 *
 * @public
 */
export const templateVersionAnnotation = 'portal/template-version';

/**
 * The version that an entity's annotations say; undefined where there is none, or no whole number.
 *
 * @public
 */
export function templateVersionOf(
  annotations: Record<string, string> | undefined,
): number | undefined {
  const text = annotations?.[templateVersionAnnotation] ?? '';
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}
