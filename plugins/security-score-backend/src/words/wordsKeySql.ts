/**
 * What leads from a finding, or from a row of `finding_words`, to its words, as SQL: the expression that an index has.
 *
 * @param table - the name under which the query has it
 */
export function wordsKeySql(table: string): string {
  return `hashtextextended(${table}.words, 0)`;
}
