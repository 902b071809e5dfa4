import type {
  NotificationSendOptions,
  NotificationService,
} from '@backstage/plugin-notifications-node';

/** What people have: of each scope one notification, so that the same again in its place is nothing new. */
export class Inbox implements NotificationService {
  /** In the order in which they came. */
  readonly received: NotificationSendOptions[] = [];
  /** Whether sending fails, and whether the notification has arrived by then. */
  failure: 'none' | 'before' | 'after' = 'none';

  async send(notification: NotificationSendOptions): Promise<void> {
    if (this.failure === 'before') {
      throw new Error('The notifications are not there');
    }
    const { scope } = notification.payload;
    const known = this.received.findLast(each => each.payload.scope === scope);
    if (JSON.stringify(known) !== JSON.stringify(notification)) {
      this.received.push(notification);
    }
    if (this.failure === 'after') {
      throw new Error('The process died');
    }
  }
}
