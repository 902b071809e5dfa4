/**
 * What a report writes less of: a name leads to its vulnerability without a foreign key, like everything else an import has in hand
 * and nobody deletes, and a package is looked for by its key alone, which is the same for every way to write its name.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    ALTER TABLE vulnerability_aliases DROP CONSTRAINT vulnerability_aliases_vulnerability_id_fkey;
    -- As packageKey of security-score-common has it; of reports from before there was a key.
    UPDATE findings SET package_key = regexp_replace(replace(lower(trim(package_name)), ':', '/'), '[-_.]+', '-', 'g')
    WHERE package_key IS NULL AND package_name IS NOT NULL;
    DROP INDEX findings_package;
  `);
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw(`
    CREATE INDEX findings_package ON findings (package_name) WHERE package_name IS NOT NULL;
    ALTER TABLE vulnerability_aliases
      ADD CONSTRAINT vulnerability_aliases_vulnerability_id_fkey FOREIGN KEY (vulnerability_id) REFERENCES vulnerabilities (id);
  `);
};
