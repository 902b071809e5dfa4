import { decisionLifetime, TtlCache } from '@portal/backend-access';
import type { RegisteredMetric } from '@portal/plugin-metrics-common';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { exemptionRoutes } from '../exemptions/exemptionRoutes';
import {
  createExemptionStore,
  type ExemptionStore,
} from '../exemptions/ExemptionStore';
import { FormulaStore } from '../health/FormulaStore';
import { checkPillars, readConfiguredPillars } from '../health/readPillars';
import { NodeCatalog } from '../nodes/NodeCatalog';
import type { PortfolioPages } from '../PageReaders';
import { ProductivityReader } from '../productivity/ProductivityReader';
import type { MetricReads, Rooms } from '../Rooms';
import { DatabaseSnapshotReader } from '../snapshots/DatabaseSnapshotReader';
import type { SnapshotReader } from '../snapshots/SnapshotReader';
import { SnapshotSchedule } from '../snapshots/SnapshotSchedule';
import { SnapshotStore } from '../snapshots/SnapshotStore';
import { SnapshotTaker } from '../snapshots/SnapshotTaker';
import { NodeFinder } from './NodeFinder';
import { createContextReader, type ContextReader } from './PortfolioContext';
import { PortfolioReader } from './PortfolioReader';
import { portfolioRoutes } from './portfolioRoutes';
import { ServiceLister } from './ServiceLister';

/** Definitions hardly change, and every page needs them: they are asked for every ten seconds. */
function withKnownDefinitions(metricStore: MetricReads): MetricReads {
  const known = TtlCache.create<RegisteredMetric[]>({
    lifetime: decisionLifetime,
  });
  const { latest, rollup, series, trend } = metricStore;
  return {
    latest,
    rollup,
    series,
    trend,
    definitions: async () => known.get('', () => metricStore.definitions()),
  };
}

/** Makes the room of snapshots, the portfolio and productivity. */
export async function createPortfolio(rooms: Rooms): Promise<{
  context: ContextReader;
  exemptions: ExemptionStore;
  /** With definitions that are kept for some seconds. */
  metricStore: MetricReads;
  nodes: NodeCatalog;
  pages: PortfolioPages;
  snapshots: SnapshotReader;
  router: Router;
}> {
  const { config, logger } = rooms;
  const formulas = FormulaStore.create(rooms);
  const pillars = readConfiguredPillars(config);
  checkPillars(pillars);
  await formulas.announce(pillars);

  const exemptions = createExemptionStore(rooms.client);
  const nodes = NodeCatalog.create(rooms);
  const store = SnapshotStore.create(rooms);
  const taker = SnapshotTaker.create({
    ...rooms,
    exemptions,
    formulas,
    nodes,
    store,
  });
  const schedule = SnapshotSchedule.create({ ...rooms, nodes, store, taker });
  await schedule.start();

  const snapshots = DatabaseSnapshotReader.create(rooms);
  const context = createContextReader({ ...rooms, snapshots });
  const metricStore = withKnownDefinitions(rooms.metricStore);
  const reading = {
    ...rooms,
    context,
    formulas,
    metricStore,
    snapshots,
  };
  const portfolio = PortfolioReader.create(reading);
  const productivity = ProductivityReader.create(reading);
  const judgeAnew = () => {
    taker
      .take(new Date().toISOString().slice(0, 10))
      .catch(error =>
        logger.warn('The portfolio was not judged anew yet', error),
      );
  };
  const router = PromiseRouter();
  router.use(
    portfolioRoutes({
      ...rooms,
      finder: NodeFinder.create(rooms),
      formulas,
      portfolio,
      productivity,
      services: ServiceLister.create(reading),
      onFormulaChanged: judgeAnew,
    }),
    exemptionRoutes({ ...rooms, exemptions, formulas, onChanged: judgeAnew }),
  );
  return {
    context,
    exemptions,
    metricStore,
    nodes,
    snapshots,
    pages: {
      portfolio: (credentials, query) =>
        portfolio.portfolio(credentials, query),
      node: (credentials, query) => portfolio.node(credentials, query),
      productivity: (credentials, query) =>
        productivity.read(credentials, query),
    },
    router,
  };
}
