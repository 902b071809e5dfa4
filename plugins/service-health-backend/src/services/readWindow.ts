import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import {
  maintenanceLimits,
  type MaintenanceWindow,
} from '@portal/plugin-service-health-common';

type WantedWindow = Omit<MaintenanceWindow, 'id' | 'createdBy'>;

const longest = maintenanceLimits.days * 86_400_000;

/** Checks a maintenance window that somebody asks for. */
export function readWindow(body: WantedWindow, now: Date): WantedWindow {
  const from = Date.parse(body.from);
  const to = Date.parse(body.to);
  if (Number.isNaN(from) || Number.isNaN(to)) {
    throw new InputError(
      'from, to: expected ISO 8601 instants such as 2026-01-31T12:00:00Z',
    );
  }
  if (to <= from || to <= now.getTime()) {
    throw new InputError(
      'to: maintenance must end after its start and after now',
    );
  }
  if (to - from > longest) {
    throw new InputError(
      `to: maintenance lasts ${maintenanceLimits.days} days at most`,
    );
  }
  return {
    entityRef: stringifyEntityRef(parseEntityRef(body.entityRef)),
    environment: body.environment,
    // What was found before it was announced stays as it was.
    from: new Date(Math.max(from, now.getTime() - 60_000)).toISOString(),
    to: new Date(to).toISOString(),
    reason: body.reason,
  };
}
