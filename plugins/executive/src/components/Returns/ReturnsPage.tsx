import { Empty } from '@portal/plugin-metrics-react';

/** Returns. */
export function ReturnsPage() {
  return <Empty title="Nothing here yet" text="This page is being built." />;
}
