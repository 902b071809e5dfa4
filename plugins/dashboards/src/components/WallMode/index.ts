export { WallMode } from './WallMode';
