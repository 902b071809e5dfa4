/*
 * `success_baseline.demo`: it came with the demo organisation. It gives way to one that a person chooses, and goes with the demo.
 */

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.raw(
    'ALTER TABLE success_baseline ADD COLUMN demo boolean NOT NULL DEFAULT false',
  );
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw(`
    DELETE FROM success_baseline WHERE demo;
    ALTER TABLE success_baseline DROP COLUMN demo;
  `);
};
