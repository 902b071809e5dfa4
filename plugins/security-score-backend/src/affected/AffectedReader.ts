import { InputError } from '@backstage/errors';
import {
  isInRange,
  packageTypeOf,
  readPurl,
  readVersionRange,
  type AffectedAnswer,
  type AffectedQuery,
  type AffectedRow,
  type VersionRange,
} from '@portal/plugin-security-score-common';
import type { Knex } from 'knex';

const usualLimit = 100;
/** More packages of one name than that are not looked through: the question says too little. */
const maxPackages = 200;

/** A question, and whose services may be in the answer. */
export type AffectedQuestion = AffectedQuery & {
  refs?: readonly string[];
  cursor?: string;
  limit?: number;
};

type Component = {
  ref: string;
  type: string;
  name: string;
  version: string;
  direct: boolean | null;
  received_at: Date;
};

/** Answers where a vulnerability, or a package in a range of versions, is: by what scanners found and by what inventories hold. */
export class AffectedReader {
  readonly #client: Knex;
  readonly #versionsOf: (names: string[]) => Promise<number[]>;

  private constructor(options: AffectedReaderOptions) {
    this.#client = options.client;
    this.#versionsOf = options.versionsAffectedBy ?? (async () => []);
  }

  static create(options: AffectedReaderOptions): AffectedReader {
    return new AffectedReader(options);
  }

  async read(question: AffectedQuestion): Promise<AffectedAnswer> {
    const { vulnerability, package: name } = question;
    if ((vulnerability === undefined) === (name === undefined)) {
      throw new InputError(
        'vulnerability, package: expected one of the two, such as vulnerability=CVE-2021-44228 or package=log4j-core',
      );
    }
    const found =
      vulnerability === undefined
        ? await this.#byPackage(name!, question)
        : await this.#byVulnerability(vulnerability, question);
    const rows = merge(found.rows);
    const { limit = usualLimit } = question;
    const start = readCursor(question.cursor);
    const items = rows.slice(start, start + limit);
    return {
      understood: found.understood,
      known: found.known,
      services: new Set(rows.map(({ entityRef }) => entityRef)).size,
      items,
      ...(start + limit < rows.length && {
        nextCursor: String(start + limit),
      }),
      coverage: await this.#coverage(question.refs),
    };
  }

  async #byVulnerability(name: string, { refs }: AffectedQuestion) {
    const asked = name.trim();
    const { rows: aliases } = await this.#client.raw(
      `SELECT v.id, v.name, array_agg(others.alias ORDER BY others.alias) AS aliases
       FROM vulnerability_aliases found
         JOIN vulnerabilities v ON v.id = found.vulnerability_id
         JOIN vulnerability_aliases others ON others.vulnerability_id = v.id
       WHERE found.alias IN (?, ?) GROUP BY v.id`,
      [asked, asked.toLocaleUpperCase('en-US')],
    );
    const ids = aliases.map(({ id }: { id: number }) => id);
    const names: string[] = aliases.flatMap(
      (row: { aliases: string[] }) => row.aliases,
    );
    const { rows: findings } = await this.#client.raw(
      `SELECT f.id, s.ref, f.package_type AS type, f.package_name AS name, f.package_version AS version, f.direct, f.state
       FROM findings f JOIN services s ON s.id = f.service_id
       WHERE f.vulnerability_id = ANY(?::integer[]) AND f.state <> 'fixed'
         AND (?::text[] IS NULL OR s.ref = ANY(?::text[]))
       ORDER BY s.ref, f.id`,
      [ids, refs ?? null, refs ?? null] as never,
    );
    const versions = await this.#versionsOf(
      names.length > 0 ? names : [asked, asked.toLocaleUpperCase('en-US')],
    );
    const inventory = await this.#components(versions, refs);
    return {
      known: names.length > 0 || versions.length > 0,
      understood: [
        names.length > 0
          ? `${aliases[0].name}${
              names.length > 1
                ? `, also called ${names
                    .filter(each => each !== aliases[0].name)
                    .join(', ')}`
                : ''
            }`
          : `${asked}: no report names it`,
        ...(versions.length > 0
          ? ['The database of advisories names affected versions']
          : []),
      ],
      rows: [
        ...findings.map((row: Record<string, string & boolean>) => ({
          entityRef: row.ref,
          packageType: row.type ?? '',
          packageName: row.name ?? '',
          version: row.version ?? '',
          direct: row.direct ?? undefined,
          basis: ['finding' as const],
          findingId: String(row.id),
          state: row.state,
        })),
        ...inventory.map(toInventoryRow),
      ],
    };
  }

  async #byPackage(text: string, { range, refs }: AffectedQuestion) {
    const purl = text.startsWith('pkg:') ? readPurl(text) : undefined;
    if (text.startsWith('pkg:') && !purl) {
      throw new InputError(
        `package: "${text}" is no package URL; expected one such as pkg:npm/lodash, or a name`,
      );
    }
    const asked =
      range?.trim() || (purl?.version ? `=${purl.version}` : undefined);
    const versionRange = asked ? readVersionRange(asked) : undefined;
    if (asked && !versionRange) {
      throw new InputError(
        `range: found "${asked}", expected comparisons such as <2.17.1 or >=2.0.0 <2.15.0`,
      );
    }
    const name = purl?.name ?? text.trim();
    const packages: Array<{ id: number; type: string; name: string }> =
      await this.#client('packages')
        .where(builder =>
          builder
            .whereRaw('lower(name) = ?', [name.toLocaleLowerCase('en-US')])
            .orWhereRaw(`lower(regexp_replace(name, '^.*[:/]', '')) = ?`, [
              name.toLocaleLowerCase('en-US'),
            ]),
        )
        .andWhere(builder => {
          if (purl) {
            builder.where({ type: purl.type });
          }
        })
        .orderBy('id')
        .limit(maxPackages)
        .select('id', 'type', 'name');
    const versions: Array<{ id: number; package_id: number; version: string }> =
      await this.#client('package_versions')
        .whereIn(
          'package_id',
          packages.map(({ id }) => id),
        )
        .select('id', 'package_id', 'version');
    const typeOf = new Map(packages.map(({ id, type }) => [id, type]));
    const wanted = versions.filter(
      ({ package_id: id, version }) =>
        !versionRange || fits(typeOf.get(id)!, version, versionRange),
    );
    const rows = await this.#components(
      wanted.map(({ id }) => id),
      refs,
    );
    return {
      known: packages.length > 0,
      understood: [
        packages.length > 0
          ? packages
              .slice(0, 5)
              .map(each => `${each.name} (${each.type})`)
              .join(', ')
          : `${name}: no inventory has it`,
        versionRange ? `versions ${asked}` : 'every version',
      ],
      rows: rows.map(toInventoryRow),
    };
  }

  async #components(
    versionIds: readonly number[],
    refs?: readonly string[],
  ): Promise<Component[]> {
    if (versionIds.length === 0) {
      return [];
    }
    const { rows } = await this.#client.raw(
      `SELECT s.ref, p.type, p.name, v.version, c.direct, i.received_at
       FROM inventory_components c
         JOIN inventories i ON i.id = c.inventory_id
         JOIN services s ON s.id = i.service_id
         JOIN package_versions v ON v.id = c.package_version_id
         JOIN packages p ON p.id = v.package_id
       WHERE c.package_version_id = ANY(?::integer[]) AND (?::text[] IS NULL OR s.ref = ANY(?::text[]))
       ORDER BY s.ref, p.name, v.version`,
      [[...versionIds], refs ?? null, refs ?? null] as never,
    );
    return rows;
  }

  async #coverage(refs?: readonly string[]) {
    const { rows } = await this.#client.raw(
      `SELECT count(*)::integer AS total,
         count(*) FILTER (WHERE EXISTS (SELECT FROM inventories i WHERE i.service_id = known.service_id))::integer AS with_inventory
       FROM catalog_services known JOIN services s ON s.id = known.service_id
       WHERE ?::text[] IS NULL OR s.ref = ANY(?::text[])`,
      [refs ?? null, refs ?? null] as never,
    );
    return { withInventory: rows[0].with_inventory, total: rows[0].total };
  }
}

/** What {@link AffectedReader} asks. */
export type AffectedReaderOptions = {
  client: Knex;
  /** The numbers of package versions that a database of advisories holds to be affected, by names of one vulnerability. */
  versionsAffectedBy?: (names: string[]) => Promise<number[]>;
};

function fits(type: string, version: string, range: VersionRange): boolean {
  return isInRange(packageTypeOf(type) ?? type, version, range);
}

function toInventoryRow(component: Component): AffectedRow {
  return {
    entityRef: component.ref,
    packageType: component.type,
    packageName: component.name,
    version: component.version,
    direct: component.direct ?? undefined,
    basis: ['inventory'],
    inventoryAt: component.received_at.toISOString(),
  };
}

/** One row a service, package and version: a finding and an inventory that say the same are one. */
function merge(rows: AffectedRow[]): AffectedRow[] {
  const byKey = new Map<string, AffectedRow>();
  for (const row of rows) {
    const key = [
      row.entityRef,
      row.packageName.toLocaleLowerCase('en-US'),
      row.version,
    ].join('\n');
    const known = byKey.get(key);
    byKey.set(
      key,
      known
        ? {
            ...row,
            ...known,
            packageType: known.packageType || row.packageType,
            direct: known.direct ?? row.direct,
            inventoryAt: known.inventoryAt ?? row.inventoryAt,
            basis: [...new Set([...known.basis, ...row.basis])],
          }
        : row,
    );
  }
  return [...byKey.values()].sort((one, other) =>
    compareText(keyOf(one), keyOf(other)),
  );
}

function keyOf({ entityRef, packageName, version }: AffectedRow): string {
  return `${entityRef}\n${packageName}\n${version}`;
}

function compareText(one: string, other: string): number {
  if (one === other) {
    return 0;
  }
  return one < other ? -1 : 1;
}

function readCursor(cursor: string | undefined): number {
  if (cursor === undefined) {
    return 0;
  }
  const start = Number(cursor);
  if (!Number.isInteger(start) || start < 0) {
    throw new InputError(
      'cursor: it is not one of this list; leave it out to begin at the first page',
    );
  }
  return start;
}
