import type { DashboardPeriod } from '@portal/plugin-dashboards-common';
import { type NamedWindow, namedWindows } from '@portal/plugin-metrics-react';

/** How many days back a board looks by itself. */
export function readPeriod(period: DashboardPeriod | undefined): NamedWindow {
  const days = Number.parseInt(period ?? '', 10);
  return namedWindows.find(each => each === days) ?? 28;
}
