import { normalisePackageName } from '@portal/plugin-security-score-common';
import type { Knex } from 'knex';
import type { InventoryWriter } from '../import/InventoryWriter';
import type { ParsedComponent } from '../parse/ReportSink';
import { sumLicences } from './sumLicences';

const longestText = 500;

/**
 * Keeps inventories. Components wait in a temporary table until the report is known to be good; then names, versions and licences that are
 * new get their numbers, and the inventory before is replaced whole.
 */
export class DatabaseInventoryWriter implements InventoryWriter {
  static create(): DatabaseInventoryWriter {
    return new DatabaseInventoryWriter();
  }

  readonly stage: InventoryWriter['stage'] = async (
    transaction,
    components,
  ) => {
    await createStaging(transaction);
    const rows = components.map(toRow);
    await transaction.raw(
      `INSERT INTO staged_components (type, name, version, licence, direct)
       SELECT * FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::boolean[])`,
      [
        rows.map(({ type }) => type),
        rows.map(({ name }) => name),
        rows.map(({ version }) => version),
        rows.map(({ licence }) => licence),
        rows.map(({ direct }) => direct),
      ] as never,
    );
  };

  readonly replace: InventoryWriter['replace'] = async (
    transaction,
    { serviceId, scope, reportId, at, demo },
  ) => {
    await createStaging(transaction);
    // Who sends the same names at the same time waits for the other instead of for each other.
    await transaction.raw(
      `INSERT INTO packages (type, name) SELECT DISTINCT type, name FROM staged_components ORDER BY 1, 2 ON CONFLICT DO NOTHING`,
    );
    await transaction.raw(
      `INSERT INTO package_versions (package_id, version)
       SELECT DISTINCT packages.id, staged.version
       FROM staged_components staged JOIN packages USING (type, name) ORDER BY 1, 2 ON CONFLICT DO NOTHING`,
    );
    await transaction.raw(
      `INSERT INTO licences (text) SELECT DISTINCT licence FROM staged_components ORDER BY 1 ON CONFLICT DO NOTHING`,
    );
    const components = await sumLicences(transaction, String(serviceId), () =>
      replaceRows(transaction, { serviceId, scope, reportId, at, demo }),
    );
    await transaction('score_queue')
      .insert({ service_id: serviceId })
      .onConflict('service_id')
      .ignore();
    return components;
  };
}

/** Puts the staged components in the place of the inventory before. @returns how many they are. */
async function replaceRows(
  transaction: Knex.Transaction,
  {
    serviceId,
    scope,
    reportId,
    at,
    demo,
  }: Omit<Parameters<InventoryWriter['replace']>[1], 'tool'>,
): Promise<number> {
  await transaction('inventories')
    .where({ service_id: serviceId, scope })
    .delete();
  const [{ id }]: Array<{ id: number }> = await transaction('inventories')
    .insert({
      service_id: serviceId,
      scope,
      report_id: reportId,
      received_at: at,
      components: 0,
      demo,
    })
    .returning('id');
  await transaction.raw(
    `INSERT INTO inventory_components (inventory_id, package_version_id, licence_id, direct)
     SELECT DISTINCT ON (versions.id) ?::integer, versions.id, licences.id, staged.direct
     FROM staged_components staged
       JOIN packages USING (type, name)
       JOIN package_versions versions ON versions.package_id = packages.id AND versions.version = staged.version
       JOIN licences ON licences.text = staged.licence
     ORDER BY versions.id, staged.direct DESC NULLS LAST, staged.licence DESC`,
    [id],
  );
  await transaction.raw(
    `INSERT INTO inventory_licences (inventory_id, licence_id, components)
     SELECT inventory_id, licence_id, count(*) FROM inventory_components WHERE inventory_id = ? GROUP BY 1, 2`,
    [id],
  );
  const {
    rows: [{ components }],
  } = await transaction.raw(
    `UPDATE inventories SET components = (SELECT count(*) FROM inventory_components WHERE inventory_id = :id)
     WHERE id = :id RETURNING components`,
    { id },
  );
  return components;
}

async function createStaging(transaction: Knex.Transaction): Promise<void> {
  await transaction.raw(
    `CREATE TEMPORARY TABLE IF NOT EXISTS staged_components (
       type text NOT NULL, name text NOT NULL, version text NOT NULL, licence text NOT NULL, direct boolean
     ) ON COMMIT DROP`,
  );
}

function toRow({ type, name, version, licences, direct }: ParsedComponent) {
  return {
    type: type.slice(0, longestText),
    name: normalisePackageName(name, type).slice(0, longestText),
    version: (version ?? '').slice(0, longestText),
    licence: joinLicences(licences),
    direct: direct ?? null,
  };
}

/** Several licences of one component hold together. */
function joinLicences(licences: readonly string[]): string {
  const texts = [...new Set(licences.map(text => text.trim()).filter(Boolean))];
  const joined =
    texts.length > 1
      ? texts
          .sort()
          .map(text => (/ (OR|AND|WITH) /.test(text) ? `(${text})` : text))
          .join(' AND ')
      : texts[0] ?? '';
  return joined.slice(0, longestText);
}
