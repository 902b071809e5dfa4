import { Empty } from '@portal/plugin-metrics-react';

/** Questions. */
export function QuestionsPage() {
  return <Empty title="Nothing here yet" text="This page is being built." />;
}
