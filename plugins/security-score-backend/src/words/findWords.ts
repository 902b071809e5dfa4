import type { Knex } from 'knex';

/** Where a word is, as far as an index tells. Each is an array as PostgreSQL writes it. */
export type FoundWord = {
  /** What LIKE compares with. */
  pattern: string;
  /** The keys of the texts with the word. */
  keys: string;
  /** The vulnerabilities one of whose names has it. */
  vulnerabilities: string;
  /** Services whose findings have words that are in no index yet. */
  unread: string;
};

/** With more texts or vulnerabilities than this a word is so common that to read the findings in their order is the shorter way. */
const usualMost = 20_000;
const mostWords = 8;

/** Looks for each word of a text. One that is too common for an index has its pattern only. */
export async function findWords(
  client: Knex,
  text: string | undefined,
  most = usualMost,
): Promise<Array<FoundWord | Pick<FoundWord, 'pattern'>>> {
  return Promise.all(
    wordsOf(text).map(async word => {
      const pattern = `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`;
      const { rows } = await client.raw<{
        rows: Array<Omit<FoundWord, 'pattern'> & { found: number }>;
      }>(
        `SELECT keys::text, vulnerabilities::text, unread::text, greatest(cardinality(keys), cardinality(vulnerabilities)) AS found
         FROM (SELECT
           ARRAY(SELECT key FROM finding_words WHERE words LIKE :pattern LIMIT :limit) AS keys,
           ARRAY(SELECT DISTINCT vulnerability_id FROM vulnerability_aliases WHERE lower(alias) LIKE :pattern LIMIT :limit) AS vulnerabilities,
           ARRAY(SELECT service_id FROM unread_words) AS unread
         OFFSET 0) AS found`,
        { pattern, limit: most + 1 },
      );
      const { found, ...where } = rows[0];
      return found > most ? { pattern } : { pattern, ...where };
    }),
  );
}

function wordsOf(text: string | undefined): string[] {
  return (text ?? '')
    .toLocaleLowerCase('en-US')
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, mostWords);
}
