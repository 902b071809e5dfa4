import type { MetricDefinition } from '@portal/plugin-metrics-common';
import { formatChange } from '@portal/plugin-metrics-react';

/** A change and whether it is good. */
export type JudgedChange = {
  direction: 'up' | 'down' | 'same';
  judgement: 'better' | 'worse' | 'same';
  /** The size, as in "12 h shorter". */
  text: string;
};

/** Says how a value differs from an earlier one, and whether that is good; nothing where there is none of both. */
export function describeChangeOf(
  definition: MetricDefinition,
  value: number | undefined,
  before: number | undefined,
): JudgedChange | undefined {
  if (value === undefined || before === undefined) {
    return undefined;
  }
  const { direction, text } = formatChange(value, before, definition.unit);
  if (direction === 'same') {
    return { direction, text, judgement: 'same' };
  }
  const better = (direction === 'up') === (definition.betterWhen === 'higher');
  return { direction, text, judgement: better ? 'better' : 'worse' };
}
