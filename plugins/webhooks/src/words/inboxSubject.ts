import { webhooksDeliveryReadPermission } from '@portal/plugin-webhooks-common';

/** What could not be loaded, and the permission that it needs. */
export const inboxSubject = {
  subject: 'deliveries of webhooks',
  permission: webhooksDeliveryReadPermission.name,
};
