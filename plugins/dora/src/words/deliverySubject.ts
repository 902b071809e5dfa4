import type { FailureSubject } from '@portal/plugin-metrics-react';

/** What the pages of this plugin show, where they have to say that it is missing. */
export const deliverySubject: FailureSubject = {
  subject: 'delivery figures',
  permission: 'dora.metrics.read',
};
