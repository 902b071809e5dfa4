import type { FailureSubject } from '@portal/plugin-metrics-react';

/** What the pages of this plugin show, where they have to say that it is missing. */
export const deliverySubject: FailureSubject = {
  subject: 'delivery figures',
  permission: 'dora.metrics.read',
};

/** The same for what was reported and could not be used. */
export const triageSubject: FailureSubject = {
  subject: 'reports of delivery that could not be used',
  permission: 'dora.triage.read',
};
