/**
 * How other backend plugins ask for the history of ownership and structure.
 *
 * @packageDocumentation
 */
export type {
  OrgHistoryService,
  OrgHistoryServiceOptions,
} from './OrgHistoryService';
export { orgHistoryServiceRef } from './orgHistoryServiceRef';
