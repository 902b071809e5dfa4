export { Facts, type Fact } from './Facts';
export { Section } from './Section';
export { Status } from './Status';
