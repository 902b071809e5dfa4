import {
  packageKey,
  severityRank,
  type FindingFilter,
} from '@portal/plugin-security-score-common';
import type { Knex } from 'knex';
import { normaliseName } from '../import/vulnerabilityGroups';
import type { findWords, FoundWord } from '../words/findWords';
import { wordsKeySql } from '../words/wordsKeySql';
import { endSql } from './dueSql';

/** A filter as conditions over the table `findings`, for `:name` bindings. */
export type FindingConditions = {
  /** Whose, and everything but states and severities. */
  others: string[];
  severities?: string;
  bindings: Record<string, Knex.RawBinding>;
  /** Whether sums by service, kind, state and severity answer the counts: nothing else is asked for. */
  areSummed: boolean;
  /** Whether it is what is overdue of all services, which sums of days tell. */
  areOverdue: boolean;
};

/**
 * @param options - `services`: the ids of the services that may be read; undefined: all. `words`: where the words of the text are
 */
export function findingConditions(
  filter: FindingFilter,
  options: {
    services: readonly number[] | undefined;
    words: Awaited<ReturnType<typeof findWords>>;
  },
): FindingConditions {
  const { services, words } = options;
  const others: string[] = [];
  const bindings: Record<string, unknown> = {};
  const add = (sql: string, values: Record<string, unknown>) => {
    others.push(sql);
    Object.assign(bindings, values);
  };
  if (services) {
    add('findings.service_id = ANY(:services::integer[])', {
      services: [...services],
    });
  }
  if (filter.kind) {
    add('findings.kind = ANY(:kinds::text[])', { kinds: filter.kind });
  }
  const summed = others.length;
  if (filter.tool) {
    add('findings.tools && :tools::text[]', { tools: filter.tool });
  }
  if (filter.triage) {
    // Said apart, so that the index of what people have looked at is used.
    const looked = filter.triage.includes('new')
      ? ''
      : `findings.triage <> 'new' AND `;
    add(`${looked}findings.triage = ANY(:triages::text[])`, {
      triages: filter.triage,
    });
  }
  if (filter.overdue !== undefined) {
    const overdue = `(findings.state = 'open' AND ${endSql(
      'findings',
    )} < now())`;
    add(filter.overdue ? overdue : `NOT ${overdue}`, {});
  }
  if (filter.fixable !== undefined) {
    add(
      filter.fixable
        ? `findings.fix_versions <> '{}'`
        : `findings.fix_versions = '{}'`,
      {},
    );
  }
  if (filter.kev !== undefined) {
    const exploited = `ARRAY(SELECT id FROM vulnerabilities WHERE kev)`;
    add(
      filter.kev
        ? `findings.vulnerability_id = ANY(${exploited})`
        : `(findings.vulnerability_id IS NULL OR findings.vulnerability_id <> ALL(${exploited}))`,
      {},
    );
  }
  if (filter.vulnerability !== undefined) {
    add(
      `findings.vulnerability_id = (SELECT vulnerability_id FROM vulnerability_aliases WHERE alias = :vulnerability)`,
      { vulnerability: normaliseName(filter.vulnerability) },
    );
  }
  if (filter.package !== undefined) {
    add('findings.package_key = :packageKey', {
      packageKey: packageKey(filter.package),
    });
  }
  if (filter.assignee !== undefined) {
    add('findings.assignee = :assignee', { assignee: filter.assignee });
  }
  for (const [index, word] of words.entries()) {
    add(...wordCondition(word, String(index)));
  }
  return {
    others,
    severities: filter.severity && 'severity = ANY(:severities::smallint[])',
    bindings: {
      ...bindings,
      severities: filter.severity?.map(severityRank) ?? [],
    } as Record<string, Knex.RawBinding>,
    areSummed: others.length === summed,
    areOverdue:
      !services && filter.overdue === true && others.length === summed + 1,
  };
}

/** In its texts, or in another name of its vulnerability. */
function wordCondition(
  word: FoundWord | Pick<FoundWord, 'pattern'>,
  index: string,
): [string, Record<string, unknown>] {
  const isThere = `findings.words LIKE :pattern${index}`;
  const bindings = Object.fromEntries(
    Object.entries(word).map(([key, value]) => [`${key}${index}`, value]),
  );
  const sql =
    'keys' in word
      ? `(${isThere} AND (
            ${wordsKeySql('findings')} = ANY(:keys${index}::bigint[])
            OR findings.service_id = ANY(:unread${index}::integer[])
          ) OR findings.vulnerability_id = ANY(:vulnerabilities${index}::integer[]))`
      : `(${isThere} OR findings.vulnerability_id = ANY(ARRAY(
            SELECT vulnerability_id FROM vulnerability_aliases WHERE lower(alias) LIKE :pattern${index})))`;
  return [sql, bindings];
}
