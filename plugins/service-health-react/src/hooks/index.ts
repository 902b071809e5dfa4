export { useHealthByPlace, type HealthByPlace } from './useHealthByPlace';
export { useLive } from './useLive';
export { useStates } from './useStates';
