/**
 * What a maintenance window may be at most: days that it lasts, characters of its reason.
 *
 * @public
 */
export const maintenanceLimits = { days: 30, reason: 500 } as const;
