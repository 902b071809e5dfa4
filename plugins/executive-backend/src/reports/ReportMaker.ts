import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type {
  NodeQuery,
  ReportDocument,
  ReportPage,
} from '@portal/plugin-executive-common';
import type { MetricStoreService } from '@portal/plugin-metrics-node';
import { debtDocument } from '../documents/debtDocument';
import { goalsDocument } from '../documents/goalsDocument';
import { investmentDocument } from '../documents/investmentDocument';
import { nodeDocument } from '../documents/nodeDocument';
import { portfolioDocument } from '../documents/portfolioDocument';
import { productivityDocument } from '../documents/productivityDocument';
import { questionsDocument } from '../documents/questionsDocument';
import { returnsDocument } from '../documents/returnsDocument';
import { successDocument } from '../documents/successDocument';
import type { AllPages } from '../PageReaders';

/** A page as a document, and what it is of. */
export type MadeReport = {
  document: ReportDocument;
  node: string;
  day: string;
};

/** What {@link ReportMaker} makes documents of. */
export type ReportMakerOptions = {
  metricStore: Pick<MetricStoreService, 'definitions'>;
  pages: AllPages;
};

/** Makes documents of the same answers as the pages. */
export class ReportMaker {
  readonly #options: ReportMakerOptions;

  private constructor(options: ReportMakerOptions) {
    this.#options = options;
  }

  static create(options: ReportMakerOptions): ReportMaker {
    return new ReportMaker(options);
  }

  /** Fails as the page does where the caller may not read it. */
  async make(
    credentials: BackstageCredentials,
    page: ReportPage,
    query: NodeQuery,
  ): Promise<MadeReport> {
    const { pages } = this.#options;
    switch (page) {
      case 'node': {
        const answer = await pages.node(credentials, query);
        return { ...subjectOf(answer), document: nodeDocument(answer) };
      }
      case 'productivity': {
        const answer = await pages.productivity(credentials, query);
        const definitions = await this.#options.metricStore.definitions();
        const titles = new Map(definitions.map(({ id, title }) => [id, title]));
        return {
          ...subjectOf(answer),
          document: productivityDocument(answer, titles),
        };
      }
      case 'investment': {
        const answer = await pages.investment(credentials, query);
        return { ...subjectOf(answer), document: investmentDocument(answer) };
      }
      case 'goals': {
        const answer = await pages.goals(credentials, query);
        return { ...subjectOf(answer), document: goalsDocument(answer) };
      }
      case 'debt': {
        const answer = await pages.debt(credentials, query);
        return { ...subjectOf(answer), document: debtDocument(answer) };
      }
      case 'returns': {
        const answer = await pages.returns(credentials, query);
        return { ...subjectOf(answer), document: returnsDocument(answer) };
      }
      case 'questions': {
        const answer = await pages.questions(credentials, query);
        return { ...subjectOf(answer), document: questionsDocument(answer) };
      }
      case 'success': {
        const answer = await pages.success(credentials, query);
        return { ...subjectOf(answer), document: successDocument(answer) };
      }
      default: {
        const answer = await pages.portfolio(credentials, query);
        return { ...subjectOf(answer), document: portfolioDocument(answer) };
      }
    }
  }
}

function subjectOf({
  context,
}: {
  context: { node: { ref: string }; day: string };
}) {
  return { node: context.node.ref, day: context.day };
}
