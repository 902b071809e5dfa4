import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import {
  belowExpectation,
  changedMost,
  decisions,
  industry,
  sinceThen,
  type NodeQuery,
  type QuestionsAnswer,
} from '@portal/plugin-executive-common';
import type { PortfolioPages, StewardshipPages } from '../PageReaders';

const depth = 3;

/** Answers what executives ask, by rules over the pages that the caller may read. */
export class QuestionReader {
  readonly #pages: PortfolioPages & StewardshipPages;

  private constructor(options: { pages: PortfolioPages & StewardshipPages }) {
    this.#pages = options.pages;
  }

  static create(options: {
    pages: PortfolioPages & StewardshipPages;
  }): QuestionReader {
    return new QuestionReader(options);
  }

  async read(
    credentials: BackstageCredentials,
    query: NodeQuery,
  ): Promise<QuestionsAnswer> {
    const pages = this.#pages;
    const [portfolio, figures, investment, goals, debt, returns] =
      await Promise.all([
        pages.portfolio(credentials, { ...query, depth }),
        pages.node(credentials, query),
        ifReadable(pages.investment(credentials, query)),
        ifReadable(pages.goals(credentials, query)),
        ifReadable(pages.debt(credentials, query)),
        ifReadable(pages.returns(credentials, query)),
      ]);
    return {
      context: portfolio.context,
      questions: [
        belowExpectation(portfolio),
        changedMost(portfolio),
        industry(figures),
        sinceThen(portfolio),
        decisions({ portfolio, investment, goals, debt, returns }),
      ],
    };
  }
}

/** What the caller may not read is left out of what is said. */
async function ifReadable<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (isError(error) && error.name === 'NotAllowedError') {
      return undefined;
    }
    throw error;
  }
}
