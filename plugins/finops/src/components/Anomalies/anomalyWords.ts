import type { AnomalyState } from '@portal/plugin-finops-common';
import { formatPeriod, type Judgement } from '@portal/plugin-metrics-react';
import { addDays } from '../../selection';

/** What states are called. */
export const stateNames: Record<AnomalyState, string> = {
  open: 'Open',
  acknowledged: 'Acknowledged',
  silenced: 'Silenced',
};

/** How good states are. */
export const judgements: Record<AnomalyState, Judgement> = {
  open: 'warning',
  acknowledged: 'good',
  silenced: 'neutral',
};

/** Writes a day for people. */
export function dayName(day: string): string {
  return formatPeriod({ from: day, to: addDays(day, 1) });
}
