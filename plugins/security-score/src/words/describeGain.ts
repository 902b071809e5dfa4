import { formatNumber } from '@portal/plugin-metrics-react';

/** What a repair gains: "+3.2", or that it is too little to show. */
export function describeGain(gain: number): string {
  return gain >= 0.05 ? `+${formatNumber(gain)}` : 'less than +0.1';
}
