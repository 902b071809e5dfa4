export { useHistory } from './useHistory';
