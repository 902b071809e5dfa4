import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type {
  NodeFigures,
  NodeQuery,
  Portfolio,
  Productivity,
  QuestionsAnswer,
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

/** Pages that are made of other pages. */
export type InsightPages = {
  questions: PageReader<QuestionsAnswer>;
  success: PageReader<SuccessAnswer>;
};
