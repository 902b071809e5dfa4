export { addTile, fitPlace, placeTile, removeTile } from './arrange';
export { findFreePlace } from './findFreePlace';
export { layOut, type PlacedTile } from './layOut';
export { overlap } from './overlap';
