/*
 * Windows are kept of a year earlier, too. Those that are kept already are made again, as they are with a new day.
 */

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex('settings').where({ key: 'windows.rolledTo' }).delete();
};

/** The windows that are not needed any more are forgotten with the next day. */
exports.down = async function down() {};
