/** A list as COPY takes it for an array. */
export function arrayText(values: readonly string[] = []): string {
  return `{${values
    .map(value => `"${value.replaceAll(/["\\]/g, '\\$&')}"`)
    .join(',')}}`;
}

/** A flag as COPY takes it; undefined where it is not known. */
export function flag(value: boolean | undefined): string | undefined {
  return value === undefined ? undefined : String(value);
}

/** A number as COPY takes it; undefined where it is not known. */
export function numberText(value: number | undefined): string | undefined {
  return value === undefined ? undefined : String(value);
}
