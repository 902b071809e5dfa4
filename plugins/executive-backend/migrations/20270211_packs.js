/*
 * Packs: reports that are made every month.
 *
 * - Their definitions are in `owned_items`.
 * - `archive.period` is the month that a pack was made for. A pack is made once a month, whoever tries.
 * - `pack_told` says of which the recipients were told, so that a portal that is stopped between making and telling tells them later.
 */

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.raw(`
    ALTER TABLE archive ADD COLUMN period text;
    CREATE UNIQUE INDEX archive_pack ON archive (pack_id, period) WHERE period IS NOT NULL;

    CREATE TABLE pack_told (
      archive_id uuid PRIMARY KEY REFERENCES archive,
      at timestamptz NOT NULL DEFAULT now()
    );
  `);
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw(`
    DROP TABLE pack_told;
    ALTER TABLE archive DROP COLUMN period;
  `);
};
