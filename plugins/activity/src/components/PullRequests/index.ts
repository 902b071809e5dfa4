export { PullRequests } from './PullRequests';
