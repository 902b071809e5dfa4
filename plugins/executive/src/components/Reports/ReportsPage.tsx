import { Empty } from '@portal/plugin-metrics-react';

/** Reports. */
export function ReportsPage() {
  return <Empty title="Nothing here yet" text="This page is being built." />;
}
