import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type {
  DebtAnswer,
  GoalsAnswer,
  InvestmentAnswer,
  NodeFigures,
  NodeQuery,
  Portfolio,
  Productivity,
  QuestionsAnswer,
  ReturnAnswer,
  SuccessAnswer,
} from '@portal/plugin-executive-common';

/**
 * Answers a page as its route does, rights included. Reports are made of the same answers.
 */
export type PageReader<T> = (
  credentials: BackstageCredentials,
  query: NodeQuery,
) => Promise<T>;

/** Pages of the room of the portfolio. */
export type PortfolioPages = {
  portfolio: (
    credentials: BackstageCredentials,
    query: NodeQuery & { depth?: number },
  ) => Promise<Portfolio>;
  node: PageReader<NodeFigures>;
  productivity: PageReader<Productivity>;
};

/** Pages of what people write down. */
export type StewardshipPages = {
  investment: PageReader<InvestmentAnswer>;
  goals: PageReader<GoalsAnswer>;
  debt: PageReader<DebtAnswer>;
  returns: PageReader<ReturnAnswer>;
};

/** Pages that are made of other pages. */
export type InsightPages = {
  questions: PageReader<QuestionsAnswer>;
  success: PageReader<SuccessAnswer>;
};

/** Every page. */
export type AllPages = PortfolioPages & StewardshipPages & InsightPages;
