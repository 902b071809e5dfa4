import type { MaintenanceWindow } from '@portal/plugin-service-health-common';

/** Where maintenance is, within a sentence. */
export function placeOf(
  window: Pick<MaintenanceWindow, 'environment'>,
): string {
  return window.environment ?? 'all environments';
}

/** Whether maintenance has begun; one that ended is not asked about. */
export function hasBegun(window: MaintenanceWindow, now: Date): boolean {
  return Date.parse(window.from) <= now.getTime();
}
