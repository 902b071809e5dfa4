import type { AuthService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { Knex } from 'knex';
import type { SecurityAccess } from '../access/SecurityAccess';
import type { SecurityScoreConfig } from '../config';
import { readReport } from '../parse/readReport';
import { PulledSources } from '../pull/PulledSources';
import { reportRoutes } from '../reports/reportRoutes';
import { ReportStore } from '../reports/ReportStore';
import type { RouteOptions } from '@portal/backend-routes';
import { DatabaseReportImporter } from './DatabaseReportImporter';
import { importRoute } from './importRoute';
import type { InventoryWriter } from './InventoryWriter';
import type { PracticeWriter } from './PracticeWriter';
import type { PriorityTeller } from './PriorityTeller';
import type { ImportedReport, ReportImporter } from './ReportImporter';

/** What the room of reports needs. */
export type ImportsOptions = RouteOptions &
  SecurityScoreConfig & {
    access: SecurityAccess;
    auth: AuthService;
    catalog: CatalogService;
    client: Knex;
    inventoryWriter?: InventoryWriter;
    practiceWriter?: PracticeWriter;
    priorityTeller?: PriorityTeller;
    /** Called after each report that changed what is known of a service. */
    onImported?: (report: ImportedReport) => Promise<void> | void;
  };

/** The room of reports: taking them, and saying which came. */
export async function createImports(options: ImportsOptions): Promise<{
  importer: ReportImporter;
  /** Stands before the parsers of bodies. */
  unparsed: Router;
  router: Router;
}> {
  const importer = DatabaseReportImporter.create({ ...options, readReport });
  if (!options.demo) {
    await importer.removeDemo();
  }
  const unparsed = PromiseRouter();
  unparsed.post('/v1/reports', importRoute({ ...options, importer }));
  return {
    importer,
    unparsed,
    router: reportRoutes({
      ...options,
      pulledSources: PulledSources.create(options),
      reports: ReportStore.create(options),
    }),
  };
}
