export { attributeChanges } from './attributeChanges';
export {
  attributeFailures,
  type FailureAttribution,
} from './attributeFailures';
export { CommitGraph } from './CommitGraph';
export { countChanges } from './countChanges';
export { GrowingInt32Array } from './GrowingInt32Array';
