export { WhyChanged } from './WhyChanged';
