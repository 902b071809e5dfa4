/** When and whether groups get a digest. */
export type DigestSettings = {
  /** 1 for Monday to 7 for Sunday. */
  weekday: number;
  /** 0 to 23. */
  hour: number;
  /** As `Europe/Berlin`. */
  timeZone: string;
};

/** Names of weekdays as the configuration has them, from Monday on. */
export const weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;
