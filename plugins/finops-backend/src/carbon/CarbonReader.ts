import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { TtlCache } from '@portal/backend-access';
import type { CarbonAnswer, CarbonRequest } from '@portal/plugin-finops-common';
import type { OrgTree } from '@portal/plugin-org-history-node';
import type { Knex } from 'knex';
import type { CostAccess, ReadableScope } from '../access/CostAccess';
import { groupSubjects } from '../costs/groupSubjects';
import { inOneCurrency } from '../costs/inOneCurrency';
import { factsLifetime, type StoreFacts } from '../costs/StoreFacts';
import type { CarbonFactors, CarbonFactorStore } from './CarbonFactorStore';
import { queryCarbon, type CarbonRow } from './CarbonQuery';
import { toCarbonAnswer } from './toCarbonAnswer';

/** What {@link CarbonReader} works with. */
export type CarbonReaderOptions = {
  access: CostAccess;
  client: Knex;
  /** ISO 4217: of the costs by which coverage goes, where lines have several. */
  currency: string;
  facts: StoreFacts;
  factors: CarbonFactorStore;
  tree: OrgTree;
};

/** Answers how much carbon was estimated, as far as the caller may know the cost of the same. */
export class CarbonReader {
  readonly #options: CarbonReaderOptions;
  /** Sums of the whole company are the most to add up, and the same for everybody who may see them. */
  readonly #companySums = TtlCache.create<CarbonRow[]>({
    lifetime: factsLifetime,
    maxEntries: 20,
  });

  private constructor(options: CarbonReaderOptions) {
    this.#options = options;
  }

  static create(options: CarbonReaderOptions): CarbonReader {
    return new CarbonReader(options);
  }

  async totals(
    credentials: BackstageCredentials,
    question: CarbonRequest,
  ): Promise<CarbonAnswer> {
    const { access, currency: reporting, factors } = this.#options;
    const scope = await access.read(credentials, question.scope);
    const { groupBy, environment, provider, serviceCategory } = question;
    if (
      scope.totalOnly &&
      (groupBy || environment || provider || serviceCategory)
    ) {
      throw new NotAllowedError(
        `scope: of ${question.scope} you may read the total; what it is made of may be read by those with the permission finops.cost.read`,
      );
    }
    const inForce = await factors.current();
    const {
      lists: [rows],
      currency,
    } = inForce
      ? await inOneCurrency(
          async (convertTo): Promise<[CarbonRow[]]> => [
            await this.#query(question, scope, inForce, convertTo),
          ],
          reporting,
        )
      : { lists: [[]], currency: reporting };
    return toCarbonAnswer({
      question,
      rows,
      currency,
      visible: scope.visible,
      factors: inForce?.factors,
      recalculating:
        inForce !== undefined && (await this.#isRecalculating(inForce)),
    });
  }

  async #query(
    question: CarbonRequest,
    scope: ReadableScope,
    inForce: CarbonFactors,
    convertTo: string | undefined,
  ): Promise<CarbonRow[]> {
    const { client, facts: store, tree } = this.#options;
    const facts = await store.read();
    const { scope: _, ...asked } = question;
    const add = async () =>
      queryCarbon(client, {
        ...asked,
        convertTo,
        subjects: groupSubjects(tree, {
          groupBy: question.groupBy,
          period: question,
          members: scope.members,
          entityRefs: facts.entityRefs,
        }),
      });
    // Rates are no part of what is known to have changed.
    return scope.members || convertTo !== undefined
      ? add()
      : this.#companySums.get(
          JSON.stringify([
            asked,
            facts.state,
            tree.version,
            inForce.hash,
            await this.#isRecalculating(inForce),
          ]),
          add,
        );
  }

  async #isRecalculating({ hash }: CarbonFactors): Promise<boolean> {
    const { rows } = await this.#options.client.raw(
      `SELECT EXISTS (
         SELECT FROM (SELECT DISTINCT billing_month FROM monthly_totals) AS known
         LEFT JOIN carbon_months AS done USING (billing_month)
         WHERE content_hash IS DISTINCT FROM ?
       ) AS found`,
      [hash],
    );
    return rows[0].found;
  }
}
