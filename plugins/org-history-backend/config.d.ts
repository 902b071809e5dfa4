import type { HumanDuration } from '@backstage/types';

export interface Config {
  orgHistory?: {
    /**
     * How often the catalog is compared with the history: how exact its dates are. Default: 1 minute.
     */
    frequency?: HumanDuration | string;
    /**
     * How long after start the catalog is read for the first time. Default: 5 seconds.
     */
    initialDelay?: HumanDuration | string;
    /**
     * How long one comparison may take. Default: 5 minutes.
     */
    timeout?: HumanDuration | string;
    /**
     * The share of all open edges, 0 to 1, that may be gone in one poll and be believed at once. Default: 0.5.
     */
    maxDrop?: number;
    /**
     * In how many polls in a row a larger drop must be seen until it is believed. Default: 5.
     */
    dropConfirmations?: number;
    /**
     * Whether the history begins only when two reads in a row found as many entities, give or take one in a hundred. What
     * is there when it begins counts as having been there always, so that it should not begin while a new installation is
     * still reading its sources. Default: true.
     */
    waitUntilSettled?: boolean;
  };
}
