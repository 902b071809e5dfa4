export { componentNameField } from './componentNameField';
