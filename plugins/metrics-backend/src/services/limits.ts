/** The most values that are looked at for one answer over time. */
export const maxPoints = 200_000;
