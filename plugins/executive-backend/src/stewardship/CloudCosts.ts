import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { TtlCache } from '@portal/backend-access';
import type { MetricRollup } from '@portal/plugin-metrics-common';
import type { MetricStoreService } from '@portal/plugin-metrics-node';
import type { ExecutiveAccess } from '../access/ExecutiveAccess';

/** What is billed, as the cost plugin allocates it to entities. */
export const costMetric = 'dailyCost';

const scopesPerRequest = 50;
/** How long a sum over long times is kept, in milliseconds: what was billed hardly changes. */
const lifetime = 600_000;

/** Days `[from, to)`. */
export type Days = { from: string; to: string };

/** What {@link CloudCosts} asks. */
export type CloudCostsOptions = {
  access: ExecutiveAccess;
  metricStore: Pick<MetricStoreService, 'definitions' | 'rollup'>;
};

/** What parts of the organisation were billed, from the metric store. */
export class CloudCosts {
  readonly #options: CloudCostsOptions;
  readonly #known = TtlCache.create<Map<string, string>>({ lifetime });

  private constructor(options: CloudCostsOptions) {
    this.#options = options;
  }

  static create(options: CloudCostsOptions): CloudCosts {
    return new CloudCosts(options);
  }

  /** Why the caller is shown no cost; undefined where cost is shown. */
  async missing(
    credentials: BackstageCredentials,
  ): Promise<string | undefined> {
    const { access, metricStore } = this.#options;
    const definition = (await metricStore.definitions()).find(
      ({ id }) => id === costMetric,
    );
    if (!definition) {
      return 'cloud, since no cost is imported yet';
    }
    const [readable] = await access.readableMetrics(credentials, [definition]);
    return readable
      ? undefined
      : `cloud, which needs the permission ${definition.readPermission}`;
  }

  /** Exact amounts by scope; what has no cost is left out. Ask {@link CloudCosts.missing} before. */
  async between(
    scopes: readonly string[],
    { from, to }: Days,
  ): Promise<Map<string, string>> {
    if (scopes.length === 0 || from >= to) {
      return new Map();
    }
    const sorted = [...new Set(scopes)].sort();
    return this.#known.get([from, to, ...sorted].join(' '), async () => {
      const found = new Map<string, string>();
      for (let start = 0; start < sorted.length; start += scopesPerRequest) {
        const answer = await this.#options.metricStore.rollup({
          metricIds: [costMetric],
          scopes: sorted.slice(start, start + scopesPerRequest),
          from,
          to,
        });
        for (const { scope, metrics } of answer.scopes) {
          const amount = metrics.map(sumOf).find(Boolean);
          if (amount !== undefined) {
            found.set(scope, amount);
          }
        }
      }
      return found;
    });
  }
}

/** The exact sum of a rolled up cost; undefined where nothing has any. */
export function sumOf(rollup: MetricRollup | undefined): string | undefined {
  return rollup && 'parts' in rollup && rollup.coverage.have > 0
    ? rollup.parts.sum
    : undefined;
}
