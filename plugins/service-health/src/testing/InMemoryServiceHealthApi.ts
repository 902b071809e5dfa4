import { responseError } from '@portal/plugin-metrics-react/testUtils';
import type {
  CheckStates,
  CheckStatesRequest,
  HealthHistory,
  HealthState,
  MaintenanceWindow,
  ServiceHealthApi,
} from '@portal/plugin-service-health-common';

/** The health of one component in memory. Change what it holds, or let it fail, and ask again. */
export class InMemoryServiceHealthApi implements ServiceHealthApi {
  history: HealthHistory;
  /** What announcing and ending run into. */
  changeFailure: unknown;

  constructor(history: HealthHistory) {
    this.history = history;
  }

  async getHistory(): Promise<HealthHistory> {
    return this.history;
  }

  async getStates(request: CheckStatesRequest): Promise<CheckStates> {
    const items = this.history.checks.filter(
      ({ environment }) =>
        request.environments?.includes(environment.toLowerCase()) ?? true,
    );
    const count = (state: HealthState) =>
      items.filter(item => item.state === state).length;
    return {
      items,
      counts: {
        up: count('up'),
        degraded: count('degraded'),
        down: count('down'),
        unknown: count('unknown'),
      },
      total: items.length,
    };
  }

  async startMaintenance(
    request: Omit<MaintenanceWindow, 'id' | 'createdBy'>,
  ): Promise<MaintenanceWindow> {
    this.#checkChange();
    const { maintenance } = this.history;
    const window = {
      ...request,
      id: String(maintenance.length + 1),
      createdBy: 'user:default/ada',
    };
    this.#keep([...maintenance, window]);
    return window;
  }

  async endMaintenance(request: { id: string }): Promise<void> {
    this.#checkChange();
    const { maintenance } = this.history;
    const others = maintenance.filter(({ id }) => id !== request.id);
    if (others.length === maintenance.length) {
      throw await responseError(
        404,
        'NotFoundError',
        `There is no maintenance ${request.id} that runs or is to come`,
      );
    }
    this.#keep(others);
  }

  #keep(maintenance: MaintenanceWindow[]) {
    this.history = { ...this.history, maintenance };
  }

  #checkChange() {
    if (this.changeFailure) {
      throw this.changeFailure;
    }
  }
}
