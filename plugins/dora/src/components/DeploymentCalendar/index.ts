export { DeploymentCalendar } from './DeploymentCalendar';
