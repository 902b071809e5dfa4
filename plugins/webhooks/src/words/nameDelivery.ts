import type { WebhookSenderId } from '@portal/plugin-webhooks-common';
import { senderTitles } from './senderSetup';

/** Names a delivery by its event and sender: "push from GitHub". */
export function nameDelivery(delivery: {
  event: string;
  sender: WebhookSenderId;
}): string {
  return `${delivery.event || 'Delivery'} from ${
    senderTitles[delivery.sender]
  }`;
}
