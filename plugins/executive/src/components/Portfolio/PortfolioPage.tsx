import { Empty } from '@portal/plugin-metrics-react';

/** Portfolio. */
export function PortfolioPage() {
  return <Empty title="Nothing here yet" text="This page is being built." />;
}
