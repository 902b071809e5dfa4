import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  belowExpectation,
  changedMost,
  decisions,
  industry,
  sinceThen,
  type NodeQuery,
  type QuestionsAnswer,
} from '@portal/plugin-executive-common';
import type { PortfolioPages } from '../PageReaders';

const depth = 3;

/** Answers what executives ask, by rules over the pages that the caller may read. */
export class QuestionReader {
  readonly #pages: PortfolioPages;

  private constructor(options: { pages: PortfolioPages }) {
    this.#pages = options.pages;
  }

  static create(options: { pages: PortfolioPages }): QuestionReader {
    return new QuestionReader(options);
  }

  async read(
    credentials: BackstageCredentials,
    query: NodeQuery,
  ): Promise<QuestionsAnswer> {
    const pages = this.#pages;
    const [portfolio, figures] = await Promise.all([
      pages.portfolio(credentials, { ...query, depth }),
      pages.node(credentials, query),
    ]);
    return {
      context: portfolio.context,
      questions: [
        belowExpectation(portfolio),
        changedMost(portfolio),
        industry(figures),
        sinceThen(portfolio),
        decisions(portfolio),
      ],
    };
  }
}
