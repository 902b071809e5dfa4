import type {
  DebtAnswer,
  DebtInput,
  DebtItem,
  EndOfLifeCalendar,
} from '../debt/Debt';
import type { Exemption, ExemptionInput } from '../exemptions/Exemption';
import type { Goal, GoalInput } from '../goals/Goal';
import type { HealthFormula, HealthPillar } from '../health';
import type {
  Initiative,
  InitiativeInput,
  OwnedChange,
  StatusNote,
} from '../initiatives/Initiative';
import type { InvestmentAnswer } from '../initiatives/Investment';
import type { OrgNode } from '../nodes/OrgNode';
import type { PeopleRate, PeopleRateInput } from '../people/PeopleRate';
import type {
  NodeFigures,
  NodeQuery,
  Portfolio,
  ServicePage,
  ServiceQuery,
} from '../portfolio/Portfolio';
import type { Productivity } from '../productivity/Productivity';
import type { QuestionsAnswer, ReportPage } from '../questions/Questions';
import type {
  ArchivedContent,
  ArchivedReport,
  Pack,
  PackInput,
  ReportFormat,
} from '../reports/Report';
import type { SuccessAnswer, SuccessBaseline } from '../success/Success';
import type {
  DeclaredValue,
  ReturnAnswer,
  ServiceReturn,
  TimeAdvice,
} from '../value/ServiceReturn';

/** @public */
export type ExecutiveRequestOptions = { token?: string; signal?: AbortSignal };

/** What can be written: its kind and its id. */
type Owned = 'initiatives' | 'goals' | 'debt-items';

/**
 * The executive backend. Every method fails with NotAllowedError where the node is not the caller's to read, and with
 * NotFoundError where there is none.
 *
 * @public
 */
export interface ExecutiveApi {
  /** Nodes that the caller may read whose title or reference has the text; at most 100. `GET /v1/nodes` */
  getNodes(
    query: { hierarchy?: NodeQuery['hierarchy']; text?: string },
    options?: ExecutiveRequestOptions,
  ): Promise<{ items: OrgNode[] }>;
  /** `GET /v1/portfolio`; `depth` 1 to 3, default 2. */
  getPortfolio(
    query: NodeQuery & { depth?: number },
    options?: ExecutiveRequestOptions,
  ): Promise<Portfolio>;
  /** `GET /v1/node` */
  getNodeFigures(
    query: NodeQuery,
    options?: ExecutiveRequestOptions,
  ): Promise<NodeFigures>;
  /** `GET /v1/services` */
  getServices(
    query: ServiceQuery,
    options?: ExecutiveRequestOptions,
  ): Promise<ServicePage>;
  /** `GET /v1/formula`: newest first. */
  getFormulas(
    options?: ExecutiveRequestOptions,
  ): Promise<{ items: HealthFormula[] }>;
  /** `PUT /v1/formula`; fails with ConflictError where another version came first. */
  changeFormula(
    request: { version: number; pillars: HealthPillar[]; reason: string },
    options?: ExecutiveRequestOptions,
  ): Promise<HealthFormula>;
  /** `GET /v1/productivity` */
  getProductivity(
    query: NodeQuery,
    options?: ExecutiveRequestOptions,
  ): Promise<Productivity>;

  /** `GET /v1/investment` */
  getInvestment(
    query: NodeQuery,
    options?: ExecutiveRequestOptions,
  ): Promise<InvestmentAnswer>;
  /** `POST /v1/initiatives` */
  createInitiative(
    request: InitiativeInput,
    options?: ExecutiveRequestOptions,
  ): Promise<Initiative>;
  /** `PUT /v1/initiatives/{id}` */
  changeInitiative(
    request: InitiativeInput & { revision: number },
    options?: ExecutiveRequestOptions,
  ): Promise<Initiative>;
  /** `POST /v1/initiatives/{id}/notes` */
  addNote(
    request: { id: string; state: StatusNote['state']; text: string },
    options?: ExecutiveRequestOptions,
  ): Promise<Initiative>;
  /** `GET /v1/goals`: goals of the node and below. */
  getGoals(
    query: NodeQuery,
    options?: ExecutiveRequestOptions,
  ): Promise<{ items: Goal[] }>;
  /** `POST /v1/goals` */
  createGoal(
    request: GoalInput,
    options?: ExecutiveRequestOptions,
  ): Promise<Goal>;
  /** `PUT /v1/goals/{id}` */
  changeGoal(
    request: GoalInput & { revision: number },
    options?: ExecutiveRequestOptions,
  ): Promise<Goal>;
  /** `GET /v1/debt` */
  getDebt(
    query: NodeQuery & { state?: 'owed' | 'paid' },
    options?: ExecutiveRequestOptions,
  ): Promise<DebtAnswer>;
  /** `GET /v1/end-of-life` */
  getEndOfLife(
    query: NodeQuery,
    options?: ExecutiveRequestOptions,
  ): Promise<EndOfLifeCalendar>;
  /** `POST /v1/debt-items` */
  createDebt(
    request: DebtInput,
    options?: ExecutiveRequestOptions,
  ): Promise<DebtItem>;
  /** `PUT /v1/debt-items/{id}` */
  changeDebt(
    request: DebtInput & { id: string; revision: number; paidOn?: string },
    options?: ExecutiveRequestOptions,
  ): Promise<DebtItem>;
  /** `DELETE /v1/{kind}/{id}?revision=`; what comes from a file is removed there. */
  removeOwned(
    request: { kind: Owned; id: string; revision: number },
    options?: ExecutiveRequestOptions,
  ): Promise<void>;
  /** `GET /v1/{kind}/{id}/history`: newest first. */
  getOwnedHistory(
    request: { kind: Owned; id: string },
    options?: ExecutiveRequestOptions,
  ): Promise<{ items: OwnedChange[] }>;
  /** `GET /v1/returns` */
  getReturns(
    query: NodeQuery,
    options?: ExecutiveRequestOptions,
  ): Promise<ReturnAnswer>;
  /** `PUT /v1/returns/{kind}/{namespace}/{name}/value` */
  declareValue(
    request: { entityRef: string; value: DeclaredValue | null },
    options?: ExecutiveRequestOptions,
  ): Promise<ServiceReturn>;
  /** `POST /v1/returns/{kind}/{namespace}/{name}/decisions` */
  decide(
    request: { entityRef: string; advice: TimeAdvice; reason: string },
    options?: ExecutiveRequestOptions,
  ): Promise<ServiceReturn>;
  /** `GET /v1/people-rates` */
  getPeopleRates(
    options?: ExecutiveRequestOptions,
  ): Promise<{ items: PeopleRate[] }>;
  /** `PUT /v1/people-rates` */
  setPeopleRate(
    request: PeopleRateInput,
    options?: ExecutiveRequestOptions,
  ): Promise<PeopleRate>;
  /** `GET /v1/exemptions`: in force or to come, of the node. */
  getExemptions(
    query: NodeQuery,
    options?: ExecutiveRequestOptions,
  ): Promise<{ items: Exemption[] }>;
  /** `POST /v1/exemptions` */
  createExemption(
    request: ExemptionInput,
    options?: ExecutiveRequestOptions,
  ): Promise<Exemption>;
  /** `DELETE /v1/exemptions/{id}`: ends it now; it stays in the history. */
  endExemption(
    request: { id: string },
    options?: ExecutiveRequestOptions,
  ): Promise<void>;

  /** `GET /v1/questions` */
  getQuestions(
    query: NodeQuery,
    options?: ExecutiveRequestOptions,
  ): Promise<QuestionsAnswer>;
  /** `GET /v1/success` */
  getSuccess(
    query: NodeQuery,
    options?: ExecutiveRequestOptions,
  ): Promise<SuccessAnswer>;
  /** `PUT /v1/success/baseline`; fails with ConflictError where one is locked. */
  lockBaseline(
    request: { from: string; to: string; reason: string },
    options?: ExecutiveRequestOptions,
  ): Promise<SuccessBaseline>;
  /** `GET /v1/reports/{page}.{format}`: the page as a file. */
  getReport(
    request: { page: ReportPage; format: ReportFormat; query: NodeQuery },
    options?: ExecutiveRequestOptions,
  ): Promise<Blob>;
  /** `GET /v1/packs` */
  getPacks(options?: ExecutiveRequestOptions): Promise<{ items: Pack[] }>;
  /** `PUT /v1/packs/{id}`; `revision` 0 makes a new one. */
  savePack(
    request: PackInput & { revision: number },
    options?: ExecutiveRequestOptions,
  ): Promise<Pack>;
  /** `DELETE /v1/packs/{id}?revision=` */
  removePack(
    request: { id: string; revision: number },
    options?: ExecutiveRequestOptions,
  ): Promise<void>;
  /** `POST /v1/packs/{id}/runs`: makes it now. */
  runPack(
    request: { id: string },
    options?: ExecutiveRequestOptions,
  ): Promise<ArchivedReport>;
  /** `POST /v1/links`: keeps what the pages show now. */
  createLink(
    request: { page: ReportPage; query: NodeQuery },
    options?: ExecutiveRequestOptions,
  ): Promise<ArchivedReport>;
  /** `GET /v1/archive`: newest first, at most 200. */
  getArchive(
    query: { kind?: ArchivedReport['kind'] },
    options?: ExecutiveRequestOptions,
  ): Promise<{ items: ArchivedReport[] }>;
  /** `GET /v1/archive/{id}` */
  getArchived(
    request: { id: string },
    options?: ExecutiveRequestOptions,
  ): Promise<ArchivedContent>;
  /** `GET /v1/archive/{id}.{format}` */
  getArchivedFile(
    request: { id: string; format: ReportFormat },
    options?: ExecutiveRequestOptions,
  ): Promise<Blob>;
}
