import { Empty } from '@portal/plugin-metrics-react';

/** How it is judged. */
export function FormulaPage() {
  return <Empty title="Nothing here yet" text="This page is being built." />;
}
