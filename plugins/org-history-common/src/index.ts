/**
 * The history of ownership and structure: its types, and how other packages ask for it.
 *
 * @packageDocumentation
 */
export * from './OrgEdge';
export * from './OrgHistoryApi';
export {
  OrgHistoryClient,
  type OrgHistoryClientOptions,
} from './OrgHistoryClient';
export * from './permissions';
