import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  executiveDebtManagePermission,
  executiveExemptionManagePermission,
  executiveGoalManagePermission,
  executiveInitiativeManagePermission,
  executiveRatesManagePermission,
  type DeclaredValue,
  type PeopleRateInput,
} from '@portal/plugin-executive-common';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { DebtReader } from '../debt/DebtReader';
import { debtRoutes } from '../debt/debtRoutes';
import { DebtSpotter } from '../debt/DebtSpotter';
import { createDebtStore } from '../debt/DebtStore';
import type { ExemptionStore } from '../exemptions/ExemptionStore';
import { FigureReader } from '../figures/FigureReader';
import { GoalReader } from '../goals/GoalReader';
import { goalRoutes } from '../goals/goalRoutes';
import { createGoalStore } from '../goals/GoalStore';
import { BenefitReader } from '../initiatives/BenefitReader';
import { initiativeRoutes } from '../initiatives/initiativeRoutes';
import { InitiativeStore } from '../initiatives/InitiativeStore';
import { InvestmentReader } from '../initiatives/InvestmentReader';
import { Currency } from '../money/Currency';
import type { NodeCatalog } from '../nodes/NodeCatalog';
import { ownedRoutes } from '../owned/ownedRoutes';
import { OwnedStore } from '../owned/OwnedStore';
import type { StewardshipPages } from '../PageReaders';
import { rateRoutes } from '../people/rateRoutes';
import type { ContextReader } from '../portfolio/PortfolioContext';
import { DecisionStore } from '../returns/DecisionStore';
import { ReturnReader } from '../returns/ReturnReader';
import { returnRoutes } from '../returns/returnRoutes';
import type { Rooms } from '../Rooms';
import type { SnapshotReader } from '../snapshots/SnapshotReader';
import { CloudCosts } from './CloudCosts';
import { BaselineStore } from '../success/BaselineStore';
import { StewardshipFiles } from './StewardshipFiles';
import { StewardshipReading } from './StewardshipReading';

/** What stewardship is made of. */
export type CreateStewardshipOptions = Rooms & {
  context: ContextReader;
  exemptions: ExemptionStore;
  nodes: NodeCatalog;
  snapshots: SnapshotReader;
};

/** Makes the rooms of what the plugin owns: initiatives, goals, debt, values and decisions, rates of people. */
export async function createStewardship(
  options: CreateStewardshipOptions,
): Promise<{ pages: StewardshipPages; router: Router }> {
  const { access, client, config, exemptions, scheduler } = options;
  const currency = Currency.create({ config });
  const initiatives = InitiativeStore.create({ client });
  const goals = createGoalStore(client);
  const debts = createDebtStore(client);
  const rates = OwnedStore.create<PeopleRateInput>({
    client,
    kind: 'people-rates',
    title: 'rate',
  });
  const values = OwnedStore.create<{ value: DeclaredValue }>({
    client,
    kind: 'values',
    title: 'value of',
  });
  const decisions = DecisionStore.create({ client });
  const reading = StewardshipReading.create({
    ...options,
    cloud: CloudCosts.create(options),
    currency,
    rates,
  });
  const figures = FigureReader.create(options);
  const investment = InvestmentReader.create({
    ...options,
    benefits: BenefitReader.create({ figures }),
    currency,
    initiatives,
    reading,
  });
  const goalReader = GoalReader.create({ ...options, figures, goals, reading });
  const debtReader = DebtReader.create({
    ...options,
    currency,
    debts,
    reading,
  });
  const returnReader = ReturnReader.create({
    ...options,
    currency,
    decisions,
    reading,
    values,
  });
  const pages: StewardshipPages = {
    investment: (credentials, query) => investment.read(credentials, query),
    goals: (credentials, query) => goalReader.read(credentials, query),
    debt: (credentials, query) => debtReader.read(credentials, query),
    returns: (credentials, query) => returnReader.read(credentials, query),
  };

  const files = StewardshipFiles.create({
    ...options,
    files: config.getOptionalStringArray('executive.files') ?? [],
    baselines: BaselineStore.create(options),
    debts,
    exemptions,
    goals,
    initiatives,
    rates,
    values,
  });
  const spotter = DebtSpotter.create({ ...options, store: debts });
  await scheduler.scheduleTask({
    id: 'executive-files',
    frequency: { minutes: 10 },
    initialDelay: { seconds: 10 },
    timeout: { minutes: 5 },
    scope: 'global',
    fn: async () => files.refresh(),
  });
  await scheduler.scheduleTask({
    id: 'executive-debt',
    frequency: { minutes: 30 },
    initialDelay: { minutes: 2 },
    timeout: { minutes: 5 },
    scope: 'global',
    fn: async () => spotter.look(),
  });

  const requireDebt = async (credentials: BackstageCredentials, id: string) => {
    await access.require(credentials, executiveDebtManagePermission);
    const { document } = await debts.get(id);
    await access.readNode(credentials, document.componentRef);
  };
  const requireExemption = async (
    credentials: BackstageCredentials,
    id: string,
  ) => {
    await access.require(credentials, executiveExemptionManagePermission);
    const { document } = await exemptions.get(id);
    await access.readNode(credentials, document.entityRef);
  };
  const requireGoal = async (credentials: BackstageCredentials, id: string) => {
    await access.require(credentials, executiveGoalManagePermission);
    const { document } = await goals.get(id);
    await access.readNode(credentials, document.scope);
  };
  const requireInitiatives = (credentials: BackstageCredentials) =>
    access.require(credentials, executiveInitiativeManagePermission);
  const requireRates = (credentials: BackstageCredentials) =>
    access.require(credentials, executiveRatesManagePermission);
  const router = PromiseRouter();
  router.use(
    initiativeRoutes({
      ...options,
      initiatives,
      investment: pages.investment,
    }),
    goalRoutes({ ...options, goalReader, goals, goalsPage: pages.goals }),
    debtRoutes({ ...options, debt: pages.debt, debtReader, debts }),
    returnRoutes({
      ...options,
      decisions,
      returnReader,
      returns: pages.returns,
      values,
    }),
    rateRoutes({ ...options, rates }),
    ownedRoutes(options, {
      initiatives: {
        store: initiatives.items,
        requireManage: requireInitiatives,
        requireRead: requireInitiatives,
      },
      exemptions: {
        store: exemptions,
        requireManage: requireExemption,
        requireRead: requireExemption,
      },
      goals: {
        store: goals,
        requireManage: requireGoal,
        requireRead: requireGoal,
      },
      'debt-items': {
        store: debts,
        requireManage: requireDebt,
        requireRead: requireDebt,
      },
      'people-rates': {
        store: rates,
        requireManage: requireRates,
        requireRead: requireRates,
      },
    }),
  );
  return { pages, router };
}
