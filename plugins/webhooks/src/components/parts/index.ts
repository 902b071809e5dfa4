export { Facts, type Fact } from './Facts';
export { Section } from './Section';
export { Snippet } from './Snippet';
export { Status } from './Status';
