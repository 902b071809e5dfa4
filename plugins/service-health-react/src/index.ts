/// <reference types="@backstage/cli/asset-types" />
/**
 * What other plugins show of the health of services.
 *
 * @packageDocumentation
 */
export { StateMark } from './components';
export {
  useHealthByPlace,
  useLive,
  useStates,
  type HealthByPlace,
} from './hooks';
export { serviceHealthApiRef } from './serviceHealthApiRef';
export { stateWords } from './words';
