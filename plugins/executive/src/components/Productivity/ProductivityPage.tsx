import { Empty } from '@portal/plugin-metrics-react';

/** Productivity. */
export function ProductivityPage() {
  return <Empty title="Nothing here yet" text="This page is being built." />;
}
