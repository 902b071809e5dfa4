import { Empty } from '@portal/plugin-metrics-react';

/** Success. */
export function SuccessPage() {
  return <Empty title="Nothing here yet" text="This page is being built." />;
}
