import type { CheckState } from '@portal/plugin-service-health-common';

/** The environments of checks, each once whatever its case, by name. */
export function environmentsOf(checks: readonly CheckState[]): string[] {
  const byName = new Map(
    checks.map(({ environment }) => [
      environment.toLocaleLowerCase('en-US'),
      environment,
    ]),
  );
  return [...byName.values()].sort((one, other) => one.localeCompare(other));
}
