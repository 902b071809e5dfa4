export { layOut, type PlacedTile } from './layOut';
export { overlap } from './overlap';
