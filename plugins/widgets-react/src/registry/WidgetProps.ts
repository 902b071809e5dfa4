import type { Period } from '@portal/plugin-metrics-common';

/**
 * What a widget is given: everything that it may show follows from this.
 *
 * @public
 */
export type WidgetProps = {
  /** As the board says, checked, with the defaults of what it leaves out. */
  settings: Record<string, unknown>;
  /** The period of the board, half-open, in UTC. */
  period: Period;
  /** Entity references of the board's environments; none where it stands for all. */
  environments: readonly string[];
  /** The entity on whose page the widget stands, if it does. */
  entityRef?: string;
};
