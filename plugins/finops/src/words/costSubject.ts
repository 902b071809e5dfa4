import type { FailureSubject } from '@portal/plugin-metrics-react';

/** What the pages of this plugin show, where they have to say that it is missing. */
export const costSubject: FailureSubject = {
  subject: 'cost',
  permission: 'finops.cost.read, or finops.cost.read-own for your own teams',
};
