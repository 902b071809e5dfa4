import type {
  ActivityKind,
  ActivitySource,
  ActivityState,
} from '@portal/plugin-activity-common';
import type { WebhookDelivery } from '@portal/plugin-webhooks-common';

/** A repository as a sender names it. */
export type Repository = {
  source: ActivitySource;
  /** With its host, as it is shown. */
  name: string;
  /** The same for all spellings. */
  key: string;
  /** By which components name it that leave out what makes it unique. */
  looseKey?: string;
  /** Components that the sender itself names. */
  entityRefs?: string[];
};

/** Something that happened, as it is stored. */
export type ParsedActivity = {
  repository: Repository;
  naturalId: string;
  kind: ActivityKind;
  title: string;
  detail?: string;
  actor?: string;
  at: Date;
  /** Of two versions of the same thing the one with the higher rank is the newer one. */
  rank: number;
  url?: string;
  state?: ActivityState;
  demo?: boolean;
};

/** What of a delivery matters to parsers. */
export type DeliveryToParse = Pick<
  WebhookDelivery,
  'event' | 'headers' | 'body' | 'receivedAt'
>;

/** What a delivery tells. */
export type ParsedDelivery = {
  activities: ParsedActivity[];
  /** Why it tells nothing. */
  ignored?: string;
  /** What was wrong, and where; of the portal's own contract alone. */
  rejected?: string[];
};

/** Reads deliveries of one sender. Never throws: what can not be read is ignored, and said why. */
export type ActivityParser = (delivery: DeliveryToParse) => ParsedDelivery;
