export {
  MetricTile,
  type MetricTileProps,
  type TileAction,
} from './MetricTile';
export { MetricTileSkeleton } from './MetricTileSkeleton';
export type { TileBodyProps } from './TileBody';
