import type {
  NotificationSendOptions,
  NotificationService,
} from '@backstage/plugin-notifications-node';

/** What people have: of each scope one notification, so that the same again takes its place. */
export class Inbox implements NotificationService {
  readonly #received = new Map<string, NotificationSendOptions>();
  /** Whether sending fails, and whether the notification has arrived by then. */
  failure: 'none' | 'before' | 'after' = 'none';

  /** In the order in which they came first. */
  get received(): NotificationSendOptions[] {
    return [...this.#received.values()];
  }

  async send(notification: NotificationSendOptions): Promise<void> {
    if (this.failure === 'before') {
      throw new Error('The notifications are not there');
    }
    this.#received.set(notification.payload.scope ?? '', notification);
    if (this.failure === 'after') {
      throw new Error('The process died');
    }
  }
}
