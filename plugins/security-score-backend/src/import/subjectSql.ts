/**
 * What a finding is about, as SQL: the first half of its identity, the variant (a version, a line) being the other.
 *
 * A vulnerability is itself, in a package of a name, in a lock file. Its type is left out, since not every format gives one. Anything
 * else is a rule of a tool, in a file.
 *
 * @param table - has kind, vulnerability_id, package_key, path, name
 * @param tool - the tool, as SQL
 */
export function subjectSql(table: string, tool: string): string {
  const path = `coalesce(${table}.path, '')`;
  const parts = [
    `${table}.kind`,
    `CASE WHEN ${table}.vulnerability_id IS NULL THEN ${tool} ELSE ${table}.vulnerability_id::text END`,
    `CASE WHEN ${table}.vulnerability_id IS NULL THEN ${table}.name ELSE coalesce(${table}.package_key, '') END`,
    path,
  ];
  // A character that no part can hold stands between them.
  return `left(encode(sha256(convert_to(${parts.join(
    ' || chr(31) || ',
  )}, 'UTF8')), 'hex'), 32)::uuid`;
}
