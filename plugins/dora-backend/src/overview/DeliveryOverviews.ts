import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type {
  DeliveryOverview,
  DoraMetricId,
  OverviewTrend,
  OverviewWindow,
  ServiceOrder,
  ServicePage,
  TierEditionYear,
  TrendInterval,
} from '@portal/plugin-dora-common';
import type { Comparison } from '@portal/plugin-metrics-common';

/** What an overview is asked for. */
export type OverviewQuestion = {
  /** In lower case. */
  scope: string;
  days: OverviewWindow;
  comparison: Comparison;
  /** Empty for all production environments together. */
  environment: string;
  edition: TierEditionYear;
  asOfNow: boolean;
};

/** Answers questions about the delivery of many services. What the caller does not see is not in the answers. */
export interface DeliveryOverviews {
  getOverview(
    credentials: BackstageCredentials,
    question: OverviewQuestion,
  ): Promise<DeliveryOverview>;

  listServices(
    credentials: BackstageCredentials,
    question: OverviewQuestion,
    page: {
      metric: DoraMetricId;
      order: ServiceOrder;
      cursor?: string;
      limit: number;
    },
  ): Promise<ServicePage>;

  getTrend(
    credentials: BackstageCredentials,
    question: OverviewQuestion,
    interval: TrendInterval,
  ): Promise<OverviewTrend>;
}
