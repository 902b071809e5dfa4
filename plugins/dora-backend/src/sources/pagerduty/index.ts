export { createPagerdutyParser } from './createPagerdutyParser';
