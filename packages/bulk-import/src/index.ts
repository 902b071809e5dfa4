/**
 * Receives bulk data over HTTP and copies it into PostgreSQL.
 *
 * @packageDocumentation
 */
export { copyIn, copyIntegersOut } from './copy';
export { copyRow } from './copyRow';
export { readBody, type BodyLimits } from './readBody';
export { receiveBytes, type Patience } from './receiveBytes';
export { Semaphore, type Waiting } from './Semaphore';
