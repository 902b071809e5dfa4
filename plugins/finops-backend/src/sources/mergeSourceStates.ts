import type { CostSource } from '@portal/plugin-finops-common';
import type { SourceState } from './SourceStateStore';

/** How the last runs of a scheduled source went. Instants are in ISO 8601. */
export type CostSourceRun = {
  lastRunAt: string;
  lastSuccessAt?: string;
  /** Set while it fails. */
  failingSince?: string;
  error?: string;
  filesImported: number;
  filesUnchanged: number;
};

/**
 * Puts how scheduled sources are doing to what was imported. A source that has failed since it was set up has no import yet: it is
 * there, too.
 *
 * @internal
 */
export function mergeSourceStates(
  sources: readonly CostSource[],
  states: readonly SourceState[],
): Array<CostSource & { run?: CostSourceRun }> {
  const runs = new Map(
    states.map(state => [state.sourceName, runOf(state)] as const),
  );
  const known = new Set(sources.map(({ name }) => name));
  return [
    ...sources.map(source => ({ ...source, run: runs.get(source.name) })),
    ...[...runs]
      .filter(([name]) => !known.has(name))
      .map(([name, run]) => ({
        name,
        kind: 'url',
        demo: false,
        imports: 0,
        lines: 0,
        run,
      })),
  ].sort((one, other) => (one.name < other.name ? -1 : 1));
}

function runOf(state: SourceState): CostSourceRun {
  return {
    lastRunAt: state.lastRunAt.toISOString(),
    lastSuccessAt: state.lastSuccessAt?.toISOString(),
    failingSince: state.failingSince?.toISOString(),
    error: state.error,
    filesImported: state.filesImported,
    filesUnchanged: state.filesUnchanged,
  };
}
