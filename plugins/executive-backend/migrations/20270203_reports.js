/*
 * Reports and the baseline of success.
 *
 * - `success_baseline` has one row at most: the time that everything is compared with is chosen once.
 * - `archive` has what was shown, as documents; a trigger refuses every change, so that what was reported stays what was reported.
 */

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.raw(`
    CREATE TABLE success_baseline (
      "only" boolean PRIMARY KEY DEFAULT true CHECK ("only"),
      from_day date NOT NULL,
      to_day date NOT NULL,
      locked_at timestamptz NOT NULL,
      locked_by text NOT NULL,
      reason text NOT NULL,
      CHECK (from_day < to_day)
    );

    CREATE TABLE archive (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      kind text NOT NULL,
      title text NOT NULL,
      pack_id text,
      node text COLLATE "C" NOT NULL,
      day date NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now(),
      created_by text NOT NULL,
      hash text NOT NULL,
      documents text NOT NULL
    );
    CREATE INDEX archive_time ON archive (created_at DESC, id);

    CREATE FUNCTION refuse_archive_change() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION 'What is in the archive does not change';
    END $$;
    CREATE TRIGGER archive_stands BEFORE UPDATE OR DELETE ON archive
      FOR EACH ROW EXECUTE FUNCTION refuse_archive_change();
  `);
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw(`
    DROP TABLE archive, success_baseline;
    DROP FUNCTION refuse_archive_change;
  `);
};
