import {
  nodeHealthOf,
  type HealthPillar,
  type NodeHealth,
  type Standing,
} from '@portal/plugin-executive-common';
import type { Knex } from 'knex';

/** The health of nodes on a day, made of the services that belong to them on another: "as of today". */
export async function healthAsOf(
  client: Knex,
  options: {
    /** The day whose standings count. */
    day: string;
    /** The day whose members count. */
    asOf: string;
    refs: readonly string[];
    pillars: readonly HealthPillar[];
  },
): Promise<Map<string, NodeHealth>> {
  const { rows } = await client.raw<{
    rows: Array<{ scopes: string[]; standings: Record<string, Standing> }>;
  }>(
    `SELECT members.scopes, coalesce(services.standings, '{}') AS standings
     FROM service_snapshots AS members
       LEFT JOIN service_snapshots AS services ON services.day = :day::date AND services.ref = members.ref
     WHERE members.day = :asOf::date AND (members.scopes && :refs::text[] OR 'everything' = ANY(:refs::text[]))`,
    {
      day: options.day,
      asOf: options.asOf,
      refs: [...options.refs] as unknown as Knex.RawBinding,
    },
  );
  return new Map(
    options.refs.map(ref => [
      ref,
      nodeHealthOf(
        options.pillars,
        rows
          .filter(({ scopes }) => ref === 'everything' || scopes.includes(ref))
          .map(({ standings }) => standings),
      ),
    ]),
  );
}
