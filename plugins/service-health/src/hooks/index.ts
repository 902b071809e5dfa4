export { useHistory } from './useHistory';
export { useLive } from './useLive';
