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
export { OrgTree, type OrgTreeOptions, type RefSpan } from './tree/OrgTree';
export { always, commonSpan, mergeSpans, type Span } from './tree/spans';
