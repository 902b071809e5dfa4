import type { ServiceReturn, TimeAdvice } from './ServiceReturn';

/**
 * What to do with a service, as it is read; in the order in which a form offers it.
 *
 * @public
 */
export const adviceTitles: Record<TimeAdvice, string> = {
  invest: 'Invest',
  tolerate: 'Tolerate',
  migrate: 'Migrate',
  eliminate: 'Eliminate',
};

/**
 * How sure a return is, as it is read.
 *
 * @public
 */
export const confidenceTitles: Record<ServiceReturn['confidence'], string> = {
  high: 'High confidence',
  medium: 'Medium confidence',
  low: 'Low confidence',
  none: 'Not known',
};
