export { UnreadNotifications } from './UnreadNotifications';
