import type {
  AuditorService,
  AuthService,
  HttpAuthService,
  LoggerService,
  PermissionsRegistryService,
  PermissionsService,
  RootConfigService,
  SchedulerService,
  UrlReaderService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { MetricStoreService } from '@portal/plugin-metrics-node';
import type {
  OrgHistoryService,
  OrgTree,
} from '@portal/plugin-org-history-node';
import type { Knex } from 'knex';
import type { ExecutiveAccess } from './access/ExecutiveAccess';

/** What is read of the metric store. */
export type MetricReads = Pick<
  MetricStoreService,
  'definitions' | 'latest' | 'rollup' | 'series' | 'trend'
>;

/** What every room is given. */
export type Rooms = {
  /** Whether generated data is shown. */
  demo: boolean;
  access: ExecutiveAccess;
  auditor: AuditorService;
  auth: AuthService;
  catalog: CatalogService;
  client: Knex;
  config: RootConfigService;
  httpAuth: HttpAuthService;
  logger: LoggerService;
  metricStore: MetricReads;
  orgHistory: OrgHistoryService;
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
  scheduler: SchedulerService;
  tree: OrgTree;
  urlReader: UrlReaderService;
  userInfo: UserInfoService;
};
