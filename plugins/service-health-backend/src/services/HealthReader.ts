import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { CatalogAccess, PermissionAccess } from '@portal/backend-access';
import {
  addSeconds,
  availability,
  errorBudget,
  healthStates,
  knownSeconds,
  noSeconds,
  serviceHealthReadPermission,
  unknownSeconds,
  type CheckHistory,
  type CheckState,
  type CheckStates,
  type HealthDay,
  type HealthHistory,
  type HealthState,
} from '@portal/plugin-service-health-common';
import type { DayRow, HistoryStore } from '../database/HistoryStore';
import type { MaintenanceStore } from '../database/MaintenanceStore';

const dayMs = 86_400_000;
const maxChanges = 50;

/** What {@link HealthReader} works with. */
export type HealthReaderOptions = {
  access: PermissionAccess;
  catalogAccess: CatalogAccess;
  history: HistoryStore;
  maintenance: MaintenanceStore;
  /** Between 0 and 1, where an entity has none. */
  objective: number;
};

/** Answers what pages, widgets and assistants ask, as far as the caller may see it. */
export class HealthReader {
  readonly #options: HealthReaderOptions;

  private constructor(options: HealthReaderOptions) {
    this.#options = options;
  }

  static create(options: HealthReaderOptions): HealthReader {
    return new HealthReader(options);
  }

  async states(
    credentials: BackstageCredentials,
    request: {
      entityRefs?: readonly string[];
      environments?: readonly string[];
      limit: number;
    },
  ): Promise<CheckStates> {
    const { access, catalogAccess, history } = this.#options;
    await access.require(credentials, serviceHealthReadPermission);
    const all = await history.states(request);
    const refs = [...new Set(all.map(({ entityRef }) => entityRef))];
    const visible = await catalogAccess.visible(credentials, refs);
    const items = all
      .filter(({ entityRef }) => !visible || visible.has(entityRef))
      .sort((one, other) => rankOf(one) - rankOf(other));
    const count = (state: HealthState) =>
      items.filter(item => item.state === state).length;
    return {
      items: items.slice(0, request.limit),
      counts: {
        up: count('up'),
        degraded: count('degraded'),
        down: count('down'),
        unknown: count('unknown'),
      },
      total: items.length,
    };
  }

  async history(
    credentials: BackstageCredentials,
    request: { entityRef: string; days: number },
  ): Promise<HealthHistory> {
    const { access, catalogAccess, history, maintenance } = this.#options;
    const { entityRef } = request;
    await Promise.all([
      access.require(credentials, serviceHealthReadPermission),
      catalogAccess.requireVisible(credentials, [entityRef]),
    ]);
    const now = Date.now();
    const today = Math.floor(now / dayMs);
    const days = Array.from({ length: request.days }, (_, index) =>
      dayName(today - request.days + 1 + index),
    );
    const checks = await history.states({ entityRefs: [entityRef] });
    const ids = checks.map(({ id }) => id);
    const [rows, changes, windows, declared] = await Promise.all([
      history.days(ids, days[0]),
      history.changes(ids, maxChanges),
      maintenance.list(entityRef),
      history.declared(entityRef),
    ]);
    const objective = declared.objective ?? this.#options.objective;
    return {
      entityRef,
      checks: checks.map(check =>
        historyOf(check, {
          rows: rows.filter(({ checkId }) => checkId === check.id),
          days,
          now,
          objective,
        }),
      ),
      changes,
      maintenance: windows,
      problems: declared.problems,
    };
  }
}

/**
 * Who looks at a few sees first what needs somebody: the worst, and of what is equally bad what nobody works on yet. What is well
 * and worked on comes before what is simply well.
 */
function rankOf({ state, maintenanceUntil }: CheckState): number {
  const isMaintained = maintenanceUntil !== undefined;
  const isLater = state === 'up' ? !isMaintained : isMaintained;
  return 2 * healthStates.indexOf(state) + Number(isLater);
}

function historyOf(
  check: CheckState,
  facts: {
    rows: readonly DayRow[];
    days: readonly string[];
    now: number;
    objective: number;
  },
): CheckHistory {
  const { now, objective } = facts;
  const byDay = new Map(facts.rows.map(row => [row.day, row]));
  const days = facts.days.map(day => dayOf(day, byDay.get(day), now));
  const seconds = addSeconds(days);
  const unknown = days.reduce((sum, day) => sum + day.unknown, 0);
  return {
    ...check,
    days,
    seconds: { ...seconds, unknown },
    availability: availability(seconds),
    budget: errorBudget(seconds, objective),
  };
}

function dayOf(day: string, row: DayRow | undefined, now: number): HealthDay {
  const start = Date.parse(day);
  const length = Math.min(86_400, Math.floor((now - start) / 1000));
  const seconds = row
    ? {
        up: row.up,
        degraded: row.degraded,
        down: row.down,
        maintenance: row.maintenance,
      }
    : noSeconds;
  return {
    day,
    ...seconds,
    // A result stands for its whole minute, which may not have ended.
    unknown: unknownSeconds(
      Math.max(length, knownSeconds(seconds) + seconds.maintenance),
      seconds,
    ),
    checks: row?.checks ?? 0,
    meanLatency: row?.latencyCount
      ? Math.round(row.latencySum / row.latencyCount)
      : undefined,
  };
}

function dayName(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}
