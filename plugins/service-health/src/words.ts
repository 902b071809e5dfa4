import type { FailureSubject } from '@portal/plugin-metrics-react';

/** What the parts of this plugin show, where they have to say that it is missing. */
export const healthSubject: FailureSubject = {
  subject: 'the health of services',
  permission: 'service-health.state.read',
};

/** Where it is said how to watch a service. */
export const healthHelpPath =
  '/docs/default/component/portal/user-guide/service-health';
