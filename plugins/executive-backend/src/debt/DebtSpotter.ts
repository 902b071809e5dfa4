import type { Knex } from 'knex';
import type { CatalogNode, NodeCatalog } from '../nodes/NodeCatalog';
import type { Owned } from '../owned/OwnedStore';
import type { OwnedInput } from '../owned/OwnedTable';
import { addDays } from '../snapshots/days';
import type { DebtDocument, DebtStore } from './DebtStore';
import { runtimesOf } from './runtimesOf';

/** Support that ends so soon is owed now: so long an upgrade takes. */
const soonDays = 180;
/** A service that is below its expectation on each of so many days owes something. */
const longDays = 90;

const keeper = { origin: 'rule' as const };
const rule = 'rule of the portal';

/** What {@link DebtSpotter} looks at. */
export type DebtSpotterOptions = {
  client: Knex;
  nodes: Pick<NodeCatalog, 'list'>;
  store: DebtStore;
};

/** Finds debt that nobody has to write down: runtimes whose support ends, and services that are below their expectation for long. */
export class DebtSpotter {
  readonly #options: DebtSpotterOptions;

  private constructor(options: DebtSpotterOptions) {
    this.#options = options;
  }

  static create(options: DebtSpotterOptions): DebtSpotter {
    return new DebtSpotter(options);
  }

  /** Brings the register up to date. What is not found any more is paid; what people estimated of it stays. */
  async look(options: { now?: Date } = {}): Promise<void> {
    const { nodes, store } = this.#options;
    const today = (options.now ?? new Date()).toISOString().slice(0, 10);
    const components = (await nodes.list()).filter(
      ({ kind }) => kind === 'component',
    );
    const found = new Map(
      [
        ...components.flatMap(component => endingRuntimes(component, today)),
        ...(await this.#below(today, components)),
      ].map(item => [item.id, item]),
    );
    await store.replace(keeper, kept => mergeDebt(kept, found, today), rule);
  }

  async #below(
    today: string,
    components: readonly CatalogNode[],
  ): Promise<OwnedInput<DebtDocument>[]> {
    const { client } = this.#options;
    const { rows } = await client.raw<{
      rows: Array<{ ref: string; pillar: string }>;
    }>(
      `WITH below AS (
         SELECT ref, standing.key AS pillar
         FROM service_snapshots, jsonb_each_text(standings) AS standing
         WHERE day = (SELECT max(day) FROM snapshot_days WHERE day <= :today::date) AND standing.value = 'below'
       )
       SELECT ref, pillar FROM below JOIN service_snapshots AS earlier USING (ref)
       WHERE earlier.day > :since::date AND earlier.day <= :today::date
       GROUP BY ref, pillar
       HAVING bool_and(earlier.standings ->> pillar = 'below') AND min(earlier.day) <= :first::date`,
      {
        today,
        // Of the past there is one snapshot a week.
        since: addDays(today, -longDays - 7),
        first: addDays(today, -longDays),
      },
    );
    const titles = new Map(components.map(({ ref, title }) => [ref, title]));
    return rows
      .filter(({ ref }) => titles.has(ref))
      .map(({ pillar, ref }) => ({
        id: `below:${pillar}:${ref}`,
        document: {
          title: `${titles.get(
            ref,
          )} is below what is expected of its ${pillar} for ${longDays} days`,
          componentRef: ref,
          kind: kindOf(pillar),
          source: 'score-rule',
          since: today,
        },
      }));
  }
}

/** What is found again keeps what people estimated of it; what is not found any more is paid. */
function mergeDebt(
  kept: readonly Owned<DebtDocument>[],
  found: ReadonlyMap<string, OwnedInput<DebtDocument>>,
  today: string,
): OwnedInput<DebtDocument>[] {
  const ids = new Set(kept.map(({ id }) => id));
  const before = kept.map(({ document, id }): OwnedInput<DebtDocument> => {
    const again = found.get(id);
    if (!again) {
      return {
        id,
        document: document.paidOn ? document : { ...document, paidOn: today },
      };
    }
    const { paidOn, ...owed } = document;
    return {
      id,
      document: {
        ...owed,
        ...again.document,
        ...pick(document, ['interestHours', 'fixHours', 'note']),
        // What came back is owed since then.
        since: paidOn ? today : document.since,
      },
    };
  });
  return [...before, ...[...found.values()].filter(({ id }) => !ids.has(id))];
}

function endingRuntimes(
  { ref, runtimes }: CatalogNode,
  today: string,
): OwnedInput<DebtDocument>[] {
  return runtimesOf(runtimes).flatMap(({ known }) =>
    known && known.endOfLife <= addDays(today, soonDays)
      ? [
          {
            id: `end-of-life:${known.product.id}@${known.cycle}:${ref}`,
            document: {
              title: `Support of ${known.product.title} ${known.cycle} ends`,
              componentRef: ref,
              kind: 'runtime' as const,
              source: 'end-of-life' as const,
              since: today,
              dueOn: known.endOfLife,
            },
          },
        ]
      : [],
  );
}

function kindOf(pillar: string): DebtDocument['kind'] {
  switch (pillar) {
    case 'security':
      return 'security';
    case 'documentation':
      return 'documentation';
    default:
      return 'operations';
  }
}

function pick<T extends object, K extends keyof T>(
  of: T,
  keys: readonly K[],
): Partial<Pick<T, K>> {
  return Object.fromEntries(
    keys.flatMap(key => (of[key] === undefined ? [] : [[key, of[key]]])),
  ) as Partial<Pick<T, K>>;
}
