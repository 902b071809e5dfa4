export { EntityLink } from './EntityLink';
export { RefName } from './RefName';
