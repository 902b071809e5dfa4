/**
 * What findings are searched by, each text once, with an index of its parts: to look for a word is no longer to read every finding.
 *
 * - Such an index costs more than all of a report, so no report writes it. A service with findings whose words may not be in it yet is in
 *   `unread_words`; its findings are read until a task has put their words in.
 * - A finding leads to its words by their hash, which an index has.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  // Whoever owns a database may install this one. Where an administrator did, it is somewhere already.
  await knex.raw('CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA public');
  const { rows } = await knex.raw(`
    SELECT quote_ident(nspname) AS schema FROM pg_extension JOIN pg_namespace ON pg_namespace.oid = extnamespace
    WHERE extname = 'pg_trgm'`);
  await knex.raw(`
    CREATE TABLE finding_words (
      key bigint NOT NULL,
      words text NOT NULL
    );
    CREATE INDEX finding_words_key ON finding_words (key);
    CREATE INDEX finding_words_parts ON finding_words USING gin (words ${rows[0].schema}.gin_trgm_ops);
    CREATE INDEX findings_words ON findings (hashtextextended(words, 0));

    CREATE TABLE unread_words (
      service_id integer PRIMARY KEY REFERENCES services (id) ON DELETE CASCADE,
      since timestamptz NOT NULL DEFAULT now()
    );
    INSERT INTO unread_words (service_id) SELECT DISTINCT service_id FROM findings;
  `);
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw(`
    DROP INDEX findings_words;
    DROP TABLE unread_words, finding_words;
  `);
};
