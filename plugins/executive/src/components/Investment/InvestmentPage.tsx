import { Empty } from '@portal/plugin-metrics-react';

/** Investment. */
export function InvestmentPage() {
  return <Empty title="Nothing here yet" text="This page is being built." />;
}
