import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { isError, NotFoundError } from '@backstage/errors';
import {
  findingStates,
  type FindingDetail,
  type FindingFilter,
  type FindingOrder,
  type FindingPage,
  type FindingState,
} from '@portal/plugin-security-score-common';
import type { Knex } from 'knex';
import type { SecurityAccess } from '../access/SecurityAccess';
import {
  isInstant,
  isRowId,
  readCursor,
  writeCursor,
} from '@portal/backend-routes';
import { findWords } from '../words/findWords';
import { countFindings } from './countFindings';
import { endSql } from './dueSql';
import { findingConditions, type FindingConditions } from './FindingConditions';
import { readFindingPast } from './readFindingPast';
import {
  findingColumns,
  findingJoins,
  toFinding,
  type FindingRow,
} from './findingRows';

/** Says what the score of its service gains when a finding is fixed. */
export interface FindingGains {
  of(findingIds: readonly string[]): Promise<Map<string, number>>;
}

/** What {@link FindingReader} works with. */
export type FindingReaderOptions = {
  access: SecurityAccess;
  client: Knex;
  gains?: FindingGains;
};

/** How each order is kept in an index: what it sorts by and which way, the id being the last word. */
const orders: Record<
  FindingOrder,
  {
    by: string;
    type: string;
    down: boolean;
    isValid: (value: unknown) => boolean;
  }
> = {
  priority: { by: 'priority', type: 'real', down: true, isValid: isNumber },
  severity: { by: 'severity', type: 'smallint', down: true, isValid: isNumber },
  due: {
    by: endSql('findings'),
    type: 'timestamptz',
    down: false,
    isValid: value => value === 'infinity' || isInstant(value),
  },
  newest: {
    by: 'first_seen',
    type: 'timestamptz',
    down: true,
    isValid: isInstant,
  },
  oldest: {
    by: 'first_seen',
    type: 'timestamptz',
    down: false,
    isValid: isInstant,
  },
};

/** Lists findings that the caller may read, and says all that is known of one. */
export class FindingReader {
  readonly #options: FindingReaderOptions;

  private constructor(options: FindingReaderOptions) {
    this.#options = options;
  }

  static create(options: FindingReaderOptions): FindingReader {
    return new FindingReader(options);
  }

  async list(
    credentials: BackstageCredentials,
    request: FindingFilter & {
      order?: FindingOrder;
      cursor?: string;
      limit: number;
    },
  ): Promise<FindingPage> {
    const { access, client, gains } = this.#options;
    const { refs } = await access.readFindings(credentials, request.scope);
    const services = refs && (await this.#idsOf(refs));
    const conditions = findingConditions(request, {
      services,
      words: await findWords(client, request.text),
    });
    const { counts, ids } = await countFindings(client, conditions, request);
    const rows =
      counts.total === 0 ? [] : await this.#page(conditions, request, ids);
    const items = rows.slice(0, request.limit);
    const gained = await gains?.of(items.map(({ id }) => String(id)));
    const last = items.at(-1);
    return {
      ...counts,
      items: items.map(row => toFinding(row, gained?.get(String(row.id)))),
      ...(rows.length > request.limit &&
        last && { nextCursor: writeCursor([last.sort, String(last.id)]) }),
    };
  }

  /** Fails with a NotFoundError where there is no such finding, and where the caller may not read it. */
  async get(
    credentials: BackstageCredentials,
    id: string,
  ): Promise<FindingDetail> {
    const { access, client, gains } = this.#options;
    const { rows } = await client.raw<{ rows: DetailRow[] }>(
      `SELECT ${findingColumns}, coalesce(findings.description, vulnerabilities.description) AS description,
              CASE WHEN findings.links = '{}' THEN coalesce(vulnerabilities.links, '{}') ELSE findings.links END AS links,
              CASE WHEN findings.cwes = '{}' THEN coalesce(vulnerabilities.cwes, '{}') ELSE findings.cwes END AS cwes
       FROM findings ${findingJoins} WHERE findings.id = ?`,
      [isRowId(id) ? id : '0'],
    );
    const row = rows.at(0);
    if (!row) {
      throw notFound(id);
    }
    try {
      await access.requireFindings(credentials, row.ref);
    } catch (error) {
      // Ids of what others own are not told from ids that do not exist.
      const isRefused =
        isError(error) &&
        (error.name === 'NotFoundError' || error.name === 'NotAllowedError');
      throw isRefused ? notFound(id) : error;
    }
    const gained = await gains?.of([id]);
    return {
      ...toFinding(row, gained?.get(id)),
      description: row.description ?? undefined,
      links: row.links,
      cwes: row.cwes,
      ...(await readFindingPast(client, id)),
    };
  }

  async #idsOf(refs: readonly string[]): Promise<number[]> {
    const { rows } = await this.#options.client.raw<{
      rows: Array<{ id: number }>;
    }>('SELECT id FROM services WHERE ref = ANY(?::text[])', [
      [...refs],
    ] as unknown as Knex.RawBinding[]);
    return rows.map(({ id }) => id);
  }

  /** One more than asked for, so that it is known whether there is a next page. */
  async #page(
    conditions: FindingConditions,
    request: {
      state?: FindingState[];
      order?: FindingOrder;
      cursor?: string;
      limit: number;
    },
    ids: readonly string[] | undefined,
  ): Promise<Array<FindingRow & { sort: string }>> {
    const order = orders[request.order ?? 'priority'];
    const cursor = readCursor(
      request.cursor,
      ([value, id]) => order.isValid(value) && isRowId(id),
    );
    const direction = order.down ? 'DESC' : 'ASC';
    const by = `ORDER BY ${order.by} ${direction}, id ${direction} LIMIT :limit`;
    const where = [
      // Few are found by their ids: an order would be followed long before it comes to them.
      ...(ids ? ['findings.id = ANY(:ids::bigint[])'] : conditions.others),
      conditions.severities,
      cursor &&
        `(${order.by}, findings.id) ${order.down ? '<' : '>'} (:value::${
          order.type
        }, :id::bigint)`,
    ].filter(Boolean);
    // Each state by itself, in the order of its index; what is first of all is among the first of each.
    const perState = (request.state ?? findingStates).map(
      state =>
        `(SELECT findings.* FROM findings WHERE ${[
          `findings.state = '${state}'`,
          ...where,
        ].join(' AND ')} ${by})`,
    );
    const { rows } = await this.#options.client.raw<{
      rows: Array<FindingRow & { sort: string }>;
    }>(
      `SELECT ${findingColumns}, ${textOf(order)} AS sort
       FROM (SELECT * FROM (${perState.join(
         ' UNION ALL ',
       )}) AS findings ${by}) AS findings ${findingJoins}
       ORDER BY ${order.by} ${direction}, findings.id ${direction}`,
      {
        ...conditions.bindings,
        ids: (ids ?? []) as unknown as Knex.RawBinding,
        limit: request.limit + 1,
        value: (cursor?.[0] ?? null) as Knex.RawBinding,
        id: (cursor?.[1] ?? null) as Knex.RawBinding,
      },
    );
    return rows;
  }
}

type DetailRow = FindingRow & {
  description: string | null;
  links: string[];
  cwes: string[];
};

/** The value an order sorts by, as text that reads back as the same value. */
function textOf({ by, type }: { by: string; type: string }): string {
  return type === 'timestamptz'
    ? `CASE WHEN isfinite(${by}) THEN to_char(${by} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') ELSE 'infinity' END`
    : `(${by})::text`;
}

function isNumber(value: unknown): boolean {
  return typeof value === 'string' && /^-?\d[\d.e+-]{0,20}$/.test(value);
}

function notFound(id: string): NotFoundError {
  return new NotFoundError(
    `There is no finding ${id.slice(0, 30)} that you may read`,
  );
}
