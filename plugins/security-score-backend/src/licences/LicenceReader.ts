import { InputError } from '@backstage/errors';
import {
  licenceVerdict,
  type LicencePage,
  type LicencePolicy,
  type LicenceVerdict,
} from '@portal/plugin-security-score-common';
import type { Knex } from 'knex';

const usualLimit = 100;
const verdicts: LicenceVerdict[] = ['denied', 'review', 'unknown', 'allowed'];

/** What {@link LicenceReader} goes by. */
export type LicenceReaderOptions = {
  client: Knex;
  policy: LicencePolicy;
  /** Where the policy is from, in words. */
  policyName: string;
};

/** A component with a licence. */
export type LicencedComponent = {
  entityRef: string;
  packageType: string;
  packageName: string;
  version: string;
};

/** Which licences the inventories have, and what the policy says of them. */
export class LicenceReader {
  readonly #options: LicenceReaderOptions;

  private constructor(options: LicenceReaderOptions) {
    this.#options = options;
  }

  static create(options: LicenceReaderOptions): LicenceReader {
    return new LicenceReader(options);
  }

  /** @param refs - services; undefined: all of them */
  async list(refs?: readonly string[]): Promise<LicencePage> {
    const { client, policy, policyName } = this.#options;
    const { rows } = await client.raw(
      refs
        ? `SELECT l.text AS licence, sum(c.components)::integer AS components, count(DISTINCT i.service_id)::integer AS services
           FROM inventory_licences c
             JOIN inventories i ON i.id = c.inventory_id
             JOIN services s ON s.id = i.service_id
             JOIN licences l ON l.id = c.licence_id
           WHERE s.ref = ANY(?::text[])
           GROUP BY 1`
        : `SELECT text AS licence, sums.components, sums.services
           FROM (
             SELECT licence_id, sum(components)::integer AS components, sum(services)::integer AS services
             FROM licence_sums GROUP BY 1 HAVING sum(services) > 0
           ) AS sums JOIN licences ON licences.id = licence_id`,
      (refs ? [refs] : []) as never,
    );
    const items: LicencePage['items'] = rows.map(
      (row: { licence: string; components: number; services: number }) => ({
        ...row,
        ...licenceVerdict(row.licence, policy),
      }),
    );
    items.sort(
      (one, other) =>
        verdicts.indexOf(one.verdict) - verdicts.indexOf(other.verdict) ||
        other.components - one.components ||
        (one.licence < other.licence ? -1 : 1),
    );
    const byVerdict = { allowed: 0, review: 0, denied: 0, unknown: 0 };
    for (const { verdict, components } of items) {
      byVerdict[verdict] += components;
    }
    return { items, byVerdict, policy: policyName };
  }

  /** The components of one licence, by service and name. */
  async components(question: {
    licence: string;
    refs?: readonly string[];
    cursor?: string;
    limit?: number;
  }): Promise<{ items: LicencedComponent[]; nextCursor?: string }> {
    const { licence, refs, limit = usualLimit } = question;
    const after = readCursor(question.cursor);
    const { rows } = await this.#options.client.raw(
      `SELECT s.ref, p.type, p.name, v.version
       FROM licences l
         JOIN inventory_components c ON c.licence_id = l.id
         JOIN inventories i ON i.id = c.inventory_id
         JOIN services s ON s.id = i.service_id
         JOIN package_versions v ON v.id = c.package_version_id
         JOIN packages p ON p.id = v.package_id
       WHERE l.text = :licence AND (:refs::text[] IS NULL OR s.ref = ANY(:refs::text[]))
         AND (:after::jsonb IS NULL OR (s.ref, p.name, v.version, p.type) >
           (:after::jsonb->>0, :after::jsonb->>1, :after::jsonb->>2, :after::jsonb->>3))
       ORDER BY s.ref, p.name, v.version, p.type LIMIT :rows`,
      {
        licence,
        refs: refs ?? null,
        after: after && JSON.stringify(after),
        rows: limit + 1,
      } as never,
    );
    const items: LicencedComponent[] = rows
      .slice(0, limit)
      .map(
        (row: {
          ref: string;
          type: string;
          name: string;
          version: string;
        }) => ({
          entityRef: row.ref,
          packageType: row.type,
          packageName: row.name,
          version: row.version,
        }),
      );
    const last = rows.length > limit ? items.at(-1) : undefined;
    return {
      items,
      ...(last && {
        nextCursor: Buffer.from(
          JSON.stringify([
            last.entityRef,
            last.packageName,
            last.version,
            last.packageType,
          ]),
        ).toString('base64url'),
      }),
    };
  }
}

function readCursor(cursor: string | undefined): string[] | null {
  if (cursor === undefined) {
    return null;
  }
  try {
    const parts: unknown = JSON.parse(
      Buffer.from(cursor, 'base64url').toString(),
    );
    if (
      Array.isArray(parts) &&
      parts.length === 4 &&
      parts.every(part => typeof part === 'string')
    ) {
      return parts;
    }
  } catch {
    // It is answered below.
  }
  throw new InputError(
    'cursor: it is not one of this list; leave it out to begin at the first page',
  );
}
