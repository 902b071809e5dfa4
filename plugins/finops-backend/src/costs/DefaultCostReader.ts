import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError, NotAllowedError } from '@backstage/errors';
import {
  summedDimensions,
  type CostDimension,
  type CostsAnswer,
  type SummedDimension,
} from '@portal/plugin-finops-common';
import type { OrgTree } from '@portal/plugin-org-history-node';
import type { Knex } from 'knex';
import { TtlCache } from '@portal/backend-access';
import type { CostAccess, ReadableScope } from '../access/CostAccess';
import { AnswerMemory } from './AnswerMemory';
import { comparedPeriod } from './comparedPeriod';
import type { CostQuestion, CostReader, TotalsQuestion } from './CostReader';
import { groupSubjects } from './groupSubjects';
import { inOneCurrency } from './inOneCurrency';
import { queryLineSums } from './LinesQuery';
import type { Days } from './periodParts';
import { factsLifetime, type Facts, type StoreFacts } from './StoreFacts';
import { querySums, type SumRow } from './SumsQuery';
import { toAnswer } from './toAnswer';
import { eachDay } from './eachDay';

/** What {@link DefaultCostReader} works with. */
export type DefaultCostReaderOptions = {
  client: Knex;
  access: CostAccess;
  facts: StoreFacts;
  tree: OrgTree;
  /** What is answered in where lines have several currencies, ISO 4217. */
  currency: string;
};

export class DefaultCostReader implements CostReader {
  readonly #options: DefaultCostReaderOptions;
  /** Sums of the whole company are the most to add up, and the same for everybody who may see them. */
  readonly #companySums = TtlCache.create<readonly SumRow[]>({
    lifetime: factsLifetime,
    maxEntries: 20,
  });
  readonly #answers = AnswerMemory.create();

  private constructor(options: DefaultCostReaderOptions) {
    this.#options = options;
  }

  static create(options: DefaultCostReaderOptions): DefaultCostReader {
    return new DefaultCostReader(options);
  }

  async totals(
    credentials: BackstageCredentials,
    question: TotalsQuestion,
  ): Promise<CostsAnswer> {
    const { access, facts: store } = this.#options;
    const scope = await access.read(credentials, question.filter.scope);
    if (scope.totalOnly && (question.groupBy || hasFilter(question))) {
      throw new NotAllowedError(
        `scope: of ${question.filter.scope} you may read the total; what it is made of may be read by those with the permission finops.cost.read`,
      );
    }
    const facts = await store.read();
    const compared = comparedPeriod(question);
    const read = async (convertTo?: string) =>
      Promise.all([
        this.#query(question, question, scope, facts, convertTo),
        compared
          ? this.#query(
              { ...question, interval: undefined },
              compared,
              scope,
              facts,
              convertTo,
            )
          : [],
      ]);
    const {
      lists: [now, before],
      currency,
    } = await inOneCurrency(read, this.#options.currency);
    const { visible } = scope;
    const { demo, firstDay } = facts;
    const today = new Date().toISOString().slice(0, 10);
    return this.#answers.get(
      { now, before: compared && before },
      JSON.stringify([question, currency, visible, demo, firstDay, today]),
      () =>
        toAnswer({
          question,
          rows: now,
          compared,
          before: compared && before,
          currency,
          visible,
          demo,
          firstDay,
          today,
        }),
    );
  }

  async daily(
    credentials: BackstageCredentials,
    question: CostQuestion,
  ): ReturnType<CostReader['daily']> {
    const { currency, series, unconverted } = await this.totals(credentials, {
      ...question,
      interval: 'day',
    });
    const totals = new Map(series?.map(({ from, total }) => [from, total]));
    return {
      currency,
      days: eachDay(question).map(day => ({
        day,
        total: totals.get(day) ?? '0',
      })),
      ...(unconverted && { unconverted }),
    };
  }

  /**
   * Of the whole company as it was added up for the first who asked, until the store or who owns what has changed. What rates are
   * needed for is always added up anew: they are no part of what is known to have changed.
   */
  async #query(
    question: TotalsQuestion,
    period: Days,
    scope: ReadableScope,
    facts: Facts,
    convertTo: string | undefined,
  ): Promise<readonly SumRow[]> {
    const add = () => this.#add(question, period, scope, facts, convertTo);
    const { metric, groupBy, interval, filter } = question;
    if (scope.members || convertTo !== undefined || hasManyRows(question)) {
      return add();
    }
    const asked = { metric, groupBy, interval, filter };
    const { from, to } = period;
    return this.#companySums.get(
      JSON.stringify([
        facts.state,
        this.#options.tree.version,
        { from, to, ...asked },
      ]),
      add,
    );
  }

  async #add(
    question: TotalsQuestion,
    period: Days,
    scope: ReadableScope,
    facts: Facts,
    convertTo: string | undefined,
  ): Promise<SumRow[]> {
    const { client } = this.#options;
    const { environment, provider, serviceCategory } = question.filter;
    const shared = {
      from: period.from,
      to: period.to,
      metric: question.metric,
      interval: question.interval,
      environment,
      provider,
      serviceCategory,
      convertTo,
      subjects: groupSubjects(this.#options.tree, {
        groupBy: question.groupBy,
        period,
        members: scope.members,
        entityRefs: facts.entityRefs,
      }),
    };
    const { groupBy } = question;
    const { serviceName } = question.filter;
    if (
      serviceName === undefined &&
      (groupBy === undefined || isSummed(groupBy))
    ) {
      return querySums(client, { ...shared, groupBy });
    }
    if (groupBy === 'owner' || groupBy === 'system' || groupBy === 'domain') {
      throw new InputError(
        `groupBy: found "${groupBy}" with serviceName, expected another grouping; lines are read for a service, and they know entities`,
      );
    }
    return queryLineSums(client, { ...shared, groupBy, serviceName });
  }
}

/** What has a row for each resource, each entity and month or each owner and day is too much to be kept. */
function hasManyRows({ groupBy, interval, filter }: TotalsQuestion): boolean {
  if (filter.serviceName !== undefined) {
    return true;
  }
  switch (groupBy) {
    case undefined:
      return false;
    case 'entity':
      return interval !== undefined;
    case 'owner':
    case 'system':
    case 'domain':
      return interval === 'day';
    default:
      return !isSummed(groupBy);
  }
}

function isSummed(groupBy: CostDimension): groupBy is SummedDimension {
  return (summedDimensions as readonly string[]).includes(groupBy);
}

function hasFilter({ filter }: CostQuestion): boolean {
  const { environment, provider, serviceCategory, serviceName } = filter;
  return Boolean(environment || provider || serviceCategory || serviceName);
}
