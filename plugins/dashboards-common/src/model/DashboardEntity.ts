import type { Entity } from '@backstage/catalog-model';

/**
 * The kind of a dashboard in the catalog.
 *
 * @public
 */
export const dashboardKind = 'Dashboard';

/**
 * The API version of its entities.
 *
 * @public
 */
export const dashboardApiVersion = 'portal/v1alpha1';

/**
 * What dashboards are for, in the order in which they are listed.
 *
 * @public
 */
export const dashboardTypes = [
  'environment',
  'team',
  'role',
  'general',
] as const;

/** @public */
export type DashboardType = (typeof dashboardTypes)[number];

/**
 * How long back a dashboard looks: the windows that the metric store keeps.
 *
 * @public
 */
export const dashboardPeriods = ['28d', '90d', '365d'] as const;

/** @public */
export type DashboardPeriod = (typeof dashboardPeriods)[number];

/**
 * Where a tile stands, in columns and rows of its screen that are counted from 1. A row is 4.5 rem.
 *
 * @public
 */
export type Place = {
  column: number;
  row: number;
  width: number;
  height: number;
};

/**
 * A tile as YAML has it.
 *
 * @public
 */
export type DashboardTile = {
  /** Unique in the dashboard: letters in lower case, digits and dashes. */
  id: string;
  /** Name of the widget, such as `WorldClockWidget`. */
  widget: string;
  /** Instead of the widget's own title. */
  title?: string;
  /** What the widget lets a board set. */
  settings?: Record<string, unknown>;
  /** On a wide screen, of 12 columns. */
  wide: Place;
  /** On a screen of 6 columns. Default: found from the wide one. */
  medium?: Place;
  /** On a phone, where tiles stand below each other in reading order. */
  narrow?: { height?: number; hidden?: boolean };
};

/** @public */
export type DashboardSpec = {
  type: DashboardType;
  /** The group that keeps it. */
  owner: string;
  /** Groups whose members find it in the list, next to those of its owner. Default: everybody. */
  audience?: string[];
  /** Names of or references to Resources of type environment. */
  environments?: string[];
  /** Default: 28d. */
  period?: DashboardPeriod;
  /** How often its tiles ask again, in seconds. Default: 60. */
  refreshSeconds?: number;
  tiles: DashboardTile[];
};

/**
 * A dashboard in the catalog.
 *
 * @public
 */
export type DashboardEntity = Entity & {
  kind: 'Dashboard';
  spec: DashboardSpec;
};
