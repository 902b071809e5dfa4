export { LoadingShell } from './LoadingShell';
