import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { TtlCache } from '@portal/backend-access';
import type {
  NodeContext,
  PeopleRateInput,
} from '@portal/plugin-executive-common';
import type { Currency } from '../money/Currency';
import type { OwnedStore } from '../owned/OwnedStore';
import { PeopleCosts } from '../people/PeopleCosts';
import type { CloudCosts } from './CloudCosts';
import {
  readNodeScope,
  type NodeScope,
  type ReadNodeScopeOptions,
} from './NodeScope';

/** How long the parts of a snapshot are kept, in milliseconds; one that was taken anew has another name. */
const lifetime = 60_000;

/** What the pages of stewardship count with. */
export type Counting = {
  cloud: CloudCosts;
  /** Why no cloud cost is shown to the caller. */
  cloudMissing?: string;
  people: PeopleCosts;
  scope: NodeScope;
};

/** What {@link StewardshipReading} reads. */
export type StewardshipReadingOptions = ReadNodeScopeOptions & {
  cloud: CloudCosts;
  currency: Currency;
  rates: OwnedStore<PeopleRateInput>;
};

/** Reads what investment, debt and returns have in common: who belongs to the node, and what cloud and people cost. */
export class StewardshipReading {
  readonly #options: StewardshipReadingOptions;
  readonly #scopes = TtlCache.create<NodeScope>({ lifetime });

  private constructor(options: StewardshipReadingOptions) {
    this.#options = options;
  }

  static create(options: StewardshipReadingOptions): StewardshipReading {
    return new StewardshipReading(options);
  }

  async of(
    credentials: BackstageCredentials,
    context: NodeContext,
  ): Promise<Counting> {
    const { cloud, currency, rates } = this.#options;
    const [scope, cloudMissing, items] = await Promise.all([
      this.scope(context),
      cloud.missing(credentials),
      rates.list(),
    ]);
    return {
      cloud,
      ...(cloudMissing !== undefined && { cloudMissing }),
      people: PeopleCosts.create({
        currency,
        rates: items.map(({ document }) => document),
      }),
      scope,
    };
  }

  /** What belongs to the node. */
  async scope(context: NodeContext): Promise<NodeScope> {
    const { day, hierarchy, node, takenAt } = context;
    return this.#scopes.get([day, takenAt, hierarchy, node.ref].join(' '), () =>
      readNodeScope(this.#options, context),
    );
  }
}
