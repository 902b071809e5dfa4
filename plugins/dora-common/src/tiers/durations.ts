/** Lengths in hours, as tiers and the Quick Check mean them. */
export const day = 24;
export const week = 7 * day;
/** A twelfth of 365.25 days. */
export const month = (365.25 / 12) * day;
export const sixMonths = 6 * month;
