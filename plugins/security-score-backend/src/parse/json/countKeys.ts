/** How many keys a value has, at all its depths. */
export function countKeys(value: unknown): number {
  if (typeof value !== 'object' || value === null) {
    return 0;
  }
  let count = 0;
  if (Array.isArray(value)) {
    for (const item of value) {
      if (typeof item === 'object') {
        count += countKeys(item);
      }
    }
    return count;
  }
  for (const key in value) {
    if (Object.hasOwn(value, key)) {
      const member = (value as Record<string, unknown>)[key];
      count += 1;
      if (typeof member === 'object') {
        count += countKeys(member);
      }
    }
  }
  return count;
}
