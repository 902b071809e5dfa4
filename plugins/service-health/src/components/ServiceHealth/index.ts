export { ServiceHealth } from './ServiceHealth';
