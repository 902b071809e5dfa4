export { Maintenance } from './Maintenance';
