import { Empty } from '@portal/plugin-metrics-react';

/** Debt. */
export function DebtPage() {
  return <Empty title="Nothing here yet" text="This page is being built." />;
}
