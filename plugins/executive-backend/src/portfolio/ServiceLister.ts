import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type {
  ServicePage,
  ServiceQuery,
} from '@portal/plugin-executive-common';
import type { MetricStoreService } from '@portal/plugin-metrics-node';
import { readCursor, writeCursor } from '@portal/backend-routes';
import type { Knex } from 'knex';
import type { ExecutiveAccess } from '../access/ExecutiveAccess';
import type { FormulaStore } from '../health/FormulaStore';
import { belongTo, toService } from '../snapshots/DatabaseSnapshotReader';
import type { ContextReader } from './PortfolioContext';
import { visibleParts } from './VisibleParts';

const usualLimit = 50;

/** What {@link ServiceLister} reads. */
export type ServiceListerOptions = {
  access: ExecutiveAccess;
  client: Knex;
  context: ContextReader;
  formulas: FormulaStore;
  metricStore: Pick<MetricStoreService, 'definitions'>;
};

/** Lists the services of a node with where they stand, and why. */
export class ServiceLister {
  readonly #options: ServiceListerOptions;

  private constructor(options: ServiceListerOptions) {
    this.#options = options;
  }

  static create(options: ServiceListerOptions): ServiceLister {
    return new ServiceLister(options);
  }

  async list(
    credentials: BackstageCredentials,
    query: ServiceQuery,
  ): Promise<ServicePage> {
    const { client, formulas } = this.#options;
    const context = await this.#options.context(credentials, query);
    const formula =
      (await formulas.get(context.formulaVersion)) ??
      (await formulas.current());
    const visible = await visibleParts(this.#options, credentials, formula);
    const { limit = usualLimit, pillar, standing } = query;
    if (pillar && !visible.pillars.some(({ id }) => id === pillar)) {
      throw new InputError(
        `pillar: found "${pillar.slice(
          0,
          50,
        )}", expected one of ${visible.pillars.map(({ id }) => id).join(', ')}`,
      );
    }
    const cursor = readCursor(
      query.cursor,
      values => values.length === 2 && values.every(isText),
    ) as [string, string] | undefined;
    const asked = () =>
      client('service_snapshots')
        .where({ day: context.day })
        .modify(restricted => belongTo(restricted, context.node.ref))
        .modify(restricted => {
          if (pillar && standing) {
            restricted.whereRaw('standings ->> ? = ?', [pillar, standing]);
          } else if (standing) {
            // In any of the pillars that the reader sees.
            restricted.whereRaw(
              `EXISTS (SELECT FROM jsonb_each_text(standings) AS each WHERE each.key = ANY(?::text[]) AND each.value = ?)`,
              [
                visible.pillars.map(({ id }) => id),
                standing,
              ] as unknown as Knex.RawBinding[],
            );
          }
        });
    const [counted, rows]: [{ total: number }, ListedRow[]] = await Promise.all(
      [
        asked().first(client.raw('count(*)::integer AS total')),
        asked()
          .modify(restricted => {
            if (cursor) {
              restricted.whereRaw('(lower(title), ref) > (?, ?)', cursor);
            }
          })
          .orderByRaw('lower(title), ref')
          .limit(limit + 1)
          .select(
            'ref',
            'title',
            'owner_ref',
            'system_ref',
            'pillars',
            client.raw('lower(title) AS sort'),
          ),
      ],
    );
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    return {
      context,
      items: items.map(row => visible.service(toService(row))),
      total: counted.total,
      ...(rows.length > limit &&
        last && { nextCursor: writeCursor([last.sort, last.ref]) }),
    };
  }
}

type ListedRow = Parameters<typeof toService>[0] & { sort: string };

function isText(value: unknown): boolean {
  return typeof value === 'string' && !value.includes('\0');
}
