export {
  DeploymentsTable,
  type DeploymentsTableProps,
} from './DeploymentsTable';
