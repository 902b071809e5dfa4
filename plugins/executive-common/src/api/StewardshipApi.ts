import type {
  DebtAnswer,
  DebtInput,
  DebtItem,
  EndOfLifeCalendar,
} from '../debt/Debt';
import type { Exemption, ExemptionInput } from '../exemptions/Exemption';
import type { Goal, GoalInput, GoalsAnswer } from '../goals/Goal';
import type {
  Initiative,
  InitiativeInput,
  OwnedChange,
  StatusNote,
} from '../initiatives/Initiative';
import type { InvestmentAnswer } from '../initiatives/Investment';
import type { PeopleRate, PeopleRateInput } from '../people/PeopleRate';
import type { NodeQuery } from '../portfolio/Portfolio';
import type {
  DeclaredValue,
  ReturnAnswer,
  ServiceReturn,
  TimeAdvice,
} from '../value/ServiceReturn';
import type { ExecutiveRequestOptions } from './ExecutiveApi';

/**
 * What people write down in the portfolio, by the names of their addresses.
 *
 * @public
 */
export type OwnedKind =
  | 'initiatives'
  | 'exemptions'
  | 'goals'
  | 'debt-items'
  | 'people-rates';

/**
 * What the plugin owns: initiatives, goals, the register of debt, the value of services, the cost of people. A change sends the revision that
 * was read, and fails with ConflictError where another change came first. What comes from a file in Git is changed there: InputError.
 *
 * @public
 */
export interface StewardshipApi {
  /** `GET /v1/investment` */
  getInvestment(
    query: NodeQuery,
    options?: ExecutiveRequestOptions,
  ): Promise<InvestmentAnswer>;
  /** `POST /v1/initiatives`; fails with ConflictError where the id is taken. */
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

  /** `GET /v1/exemptions`: of services that the caller may read, those that end last first. */
  getExemptions(
    options?: ExecutiveRequestOptions,
  ): Promise<{ items: Exemption[] }>;
  /** `POST /v1/exemptions`; fails with ConflictError where one of the service and the pillar begins on that day. */
  createExemption(
    request: ExemptionInput,
    options?: ExecutiveRequestOptions,
  ): Promise<Exemption>;

  /** `GET /v1/goals` */
  getGoals(
    query: NodeQuery,
    options?: ExecutiveRequestOptions,
  ): Promise<GoalsAnswer>;
  /**
   * `POST /v1/goals`: without a baseline it begins where the figure is today. Fails with ConflictError where the id is taken, with
   * InputError where there is no such figure.
   */
  createGoal(
    request: Omit<GoalInput, 'baseline'> & Partial<GoalInput>,
    options?: ExecutiveRequestOptions,
  ): Promise<Goal>;
  /** `PUT /v1/goals/{id}` */
  changeGoal(
    request: GoalInput & { revision: number },
    options?: ExecutiveRequestOptions,
  ): Promise<Goal>;

  /** `GET /v1/debt` */
  getDebt(
    query: NodeQuery,
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
  /** `PUT /v1/debt-items/{id}`; of what a rule found only the estimates and the note change. */
  changeDebt(
    request: DebtInput & { id: string; revision: number; paidOn?: string },
    options?: ExecutiveRequestOptions,
  ): Promise<DebtItem>;

  /** `GET /v1/returns` */
  getReturns(
    query: NodeQuery,
    options?: ExecutiveRequestOptions,
  ): Promise<ReturnAnswer>;
  /** `PUT /v1/returns/{kind}/{namespace}/{name}/value`; null takes it back. */
  declareValue(
    request: { entityRef: string; value: DeclaredValue | null },
    options?: ExecutiveRequestOptions,
  ): Promise<ServiceReturn>;
  /** `POST /v1/returns/{kind}/{namespace}/{name}/decisions` */
  decide(
    request: { entityRef: string; advice: TimeAdvice; reason: string },
    options?: ExecutiveRequestOptions,
  ): Promise<ServiceReturn>;

  /** `GET /v1/people-rates`: by group, newest first. */
  getPeopleRates(
    options?: ExecutiveRequestOptions,
  ): Promise<{ items: PeopleRate[] }>;
  /** `PUT /v1/people-rates`: of the group from the day on; revision 0 makes a new one. */
  setPeopleRate(
    request: PeopleRateInput & { revision: number },
    options?: ExecutiveRequestOptions,
  ): Promise<PeopleRate>;

  /** `DELETE /v1/{kind}/{id}?revision=` */
  removeOwned(
    request: { kind: OwnedKind; id: string; revision: number },
    options?: ExecutiveRequestOptions,
  ): Promise<void>;
  /** `GET /v1/{kind}/{id}/history`: newest first. */
  getOwnedHistory(
    request: { kind: OwnedKind; id: string },
    options?: ExecutiveRequestOptions,
  ): Promise<{ items: OwnedChange[] }>;
}
