const steps = 5;

/** The step of the theme's scale for a band, from the darkest for the first to the lightest for the last. */
export function scaleStep(index: number, bands: number): number {
  return bands < 2
    ? steps
    : steps - Math.round((index * (steps - 1)) / (bands - 1));
}
