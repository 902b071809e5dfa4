export { createGenericParser } from './createGenericParser';
