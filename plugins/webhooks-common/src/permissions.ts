import { createPermission } from '@backstage/plugin-permission-common';

/**
 * Seeing what senders delivered, how consumers keep up, and dead letters.
 *
 * @public
 */
export const webhooksDeliveryReadPermission = createPermission({
  name: 'webhooks.delivery.read',
  attributes: { action: 'read' },
});

/**
 * Handing deliveries to a consumer once more: replaying dead letters, rewinding a consumer, removing one.
 *
 * @public
 */
export const webhooksDeliveryReplayPermission = createPermission({
  name: 'webhooks.delivery.replay',
  attributes: { action: 'update' },
});

/**
 * Every permission of the plugin.
 *
 * @public
 */
export const webhooksPermissions = [
  webhooksDeliveryReadPermission,
  webhooksDeliveryReplayPermission,
];
