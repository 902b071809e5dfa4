// Generated from openapi.yaml by `yarn schema`.
export interface paths {
  '/v1/{sender}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Deliver a webhook
     * @description Verified by the sender's own method on the bytes as they came, and written before it is answered. It stands outside the validated routes.
     */
    post: operations['Deliver'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/senders': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who sends, and what became of it */
    get: operations['GetSenders'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/consumers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How consumers keep up */
    get: operations['GetConsumers'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/consumers/{name}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: components['parameters']['name'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Forget a consumer that is no more, so that retention does not wait for it */
    delete: operations['RemoveConsumer'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/consumers/{name}/rewind': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: components['parameters']['name'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Hand everything since an instant to a consumer once more */
    post: operations['RewindConsumer'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/consumers/{name}/claim': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: components['parameters']['name'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Ask for what a consumer has not read; services only */
    post: operations['Claim'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/consumers/{name}/results': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: components['parameters']['name'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Say what became of deliveries, and renew the lease; services only */
    post: operations['Report'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/consumers/{name}/release': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: components['parameters']['name'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Let another instance read at once; services only */
    post: operations['Release'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/dead-letters': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Deliveries that consumers gave up, newest first */
    get: operations['GetDeadLetters'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/dead-letters/{id}/replay': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['schemas']['Id'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Hand a dead letter to its consumer once more */
    post: operations['ReplayDeadLetter'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/deliveries/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['schemas']['Id'];
      };
      cookie?: never;
    };
    /**
     * What was delivered, so that an operator can see why a consumer failed on it
     * @description It may hold personal data of whoever the sender speaks of, so each look goes to the audit log.
     */
    get: operations['GetDelivery'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    Error: {
      error: {
        name: string;
        message: string;
      };
    };
    Id: string;
    Instance: string;
    ConsumerName: string;
    /** @enum {string} */
    SenderId:
      | 'alertmanager'
      | 'argocd'
      | 'azure-devops'
      | 'cdevents'
      | 'generic'
      | 'github'
      | 'gitlab'
      | 'pagerduty';
    Receipt: {
      id: components['schemas']['Id'];
      duplicate: boolean;
    };
    Receipts: {
      items: components['schemas']['Receipt'][];
    };
    Senders: {
      items: {
        id: components['schemas']['SenderId'];
        title: string;
        configured: boolean;
        /** Format: date-time */
        lastReceivedAt?: string;
        counts: {
          event: string;
          /** @enum {string} */
          outcome:
            | 'accepted'
            | 'unknown-event'
            | 'duplicate'
            | 'unauthorized'
            | 'malformed'
            | 'too-large';
          count: number;
          /** Format: date-time */
          lastAt: string;
        }[];
      }[];
    };
    Consumers: {
      items: {
        name: components['schemas']['ConsumerName'];
        senders: components['schemas']['SenderId'][];
        cursor: components['schemas']['Id'];
        lag: number;
        /** Format: date-time */
        oldestWaitingAt?: string;
        retrying: number;
        deadLetters: number;
        /** Format: date-time */
        lastSeenAt: string;
        active: boolean;
      }[];
    };
    Delivery: {
      id: components['schemas']['Id'];
      sender: components['schemas']['SenderId'];
      event: string;
      deliveryKey: string;
      /** Format: date-time */
      occurredAt?: string;
      /** Format: date-time */
      receivedAt: string;
      headers: {
        [key: string]: string;
      };
      body: string;
    };
    Claim: {
      held: boolean;
      generation: number;
      leaseDuration: number;
      items: components['schemas']['Delivery'][];
      upTo: components['schemas']['Id'];
    };
    DeadLetter: {
      id: components['schemas']['Id'];
      consumer: components['schemas']['ConsumerName'];
      deliveryId: components['schemas']['Id'];
      sender: components['schemas']['SenderId'];
      event: string;
      deliveryKey: string;
      /** Format: date-time */
      receivedAt: string;
      attempts: number;
      error: string;
      /** Format: date-time */
      failedAt: string;
    };
    DeadLetterPage: {
      items: components['schemas']['DeadLetter'][];
      nextCursor?: string;
    };
  };
  responses: {
    /** @description What was wrong, where, and what to do. */
    Error: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Error'];
      };
    };
  };
  parameters: {
    name: components['schemas']['ConsumerName'];
  };
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  Deliver: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        sender: components['schemas']['SenderId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        '*/*': unknown;
      };
    };
    responses: {
      /** @description It is kept. For a batch of CloudEvents, a receipt for each event. */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json':
            | components['schemas']['Receipt']
            | components['schemas']['Receipts'];
        };
      };
      400: components['responses']['Error'];
      401: components['responses']['Error'];
      404: components['responses']['Error'];
      413: components['responses']['Error'];
      503: components['responses']['Error'];
      default: components['responses']['Error'];
    };
  };
  GetSenders: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Every sender that the inbox knows. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Senders'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  GetConsumers: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Every consumer that ever read. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Consumers'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  RemoveConsumer: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: components['parameters']['name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It is gone. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Error'];
    };
  };
  RewindConsumer: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: components['parameters']['name'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          to: string;
        };
      };
    };
    responses: {
      /** @description Where the consumer reads from now on. A rewind never skips anything. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            cursor: components['schemas']['Id'];
          };
        };
      };
      default: components['responses']['Error'];
    };
  };
  Claim: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: components['parameters']['name'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          instance: components['schemas']['Instance'];
          senders: components['schemas']['SenderId'][];
          limit: number;
          wait: number;
        };
      };
    };
    responses: {
      /** @description What comes next; nothing while another instance reads. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Claim'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  Report: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: components['parameters']['name'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          instance: components['schemas']['Instance'];
          generation: number;
          results: {
            id: components['schemas']['Id'];
            error?: string;
          }[];
          upTo?: components['schemas']['Id'];
        };
      };
    };
    responses: {
      /** @description It is kept. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      409: components['responses']['Error'];
      default: components['responses']['Error'];
    };
  };
  Release: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: components['parameters']['name'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          instance: components['schemas']['Instance'];
        };
      };
    };
    responses: {
      /** @description The lease is over. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Error'];
    };
  };
  GetDeadLetters: {
    parameters: {
      query?: {
        consumer?: components['schemas']['ConsumerName'];
        /** @description The nextCursor of the page before. */
        cursor?: string;
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of dead letters. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DeadLetterPage'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  ReplayDeadLetter: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['schemas']['Id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It is due, with all of its tries. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DeadLetter'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  GetDelivery: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['schemas']['Id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The body and the headers that are kept. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Delivery'];
        };
      };
      default: components['responses']['Error'];
    };
  };
}
