export { TileWidget } from './TileWidget';
