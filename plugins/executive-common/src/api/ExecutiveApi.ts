import type { HealthFormula, HealthPillar } from '../health';
import type { OrgNode } from '../nodes/OrgNode';
import type {
  NodeFigures,
  NodeQuery,
  Portfolio,
  ServicePage,
  ServiceQuery,
} from '../portfolio/Portfolio';
import type { Productivity } from '../productivity/Productivity';
import type { QuestionsAnswer, ReportPage } from '../questions/Questions';
import type { Pack, PackInput } from '../reports/Pack';
import type {
  ArchivedContent,
  ArchivedReport,
  ReportFormat,
} from '../reports/Report';
import type { SuccessAnswer, SuccessBaseline } from '../success/Success';
import type { StewardshipApi } from './StewardshipApi';

/** @public */
export type ExecutiveRequestOptions = { token?: string; signal?: AbortSignal };

/**
 * The executive backend. Every method fails with NotAllowedError where the node is not the caller's to read, and with
 * NotFoundError where there is none.
 *
 * @public
 */
export interface ExecutiveApi extends StewardshipApi {
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
  /** `POST /v1/links`: keeps what the pages show now. */
  createLink(
    request: { page: ReportPage; query: NodeQuery },
    options?: ExecutiveRequestOptions,
  ): Promise<ArchivedReport>;
  /** `GET /v1/packs` */
  getPacks(options?: ExecutiveRequestOptions): Promise<{ items: Pack[] }>;
  /** `PUT /v1/packs/{id}`; `revision` 0 makes a new one. */
  savePack(
    request: PackInput & { revision: number },
    options?: ExecutiveRequestOptions,
  ): Promise<Pack>;
  /** `DELETE /v1/packs/{id}?revision=`; what was made of it stays in the archive. */
  removePack(
    request: { id: string; revision: number },
    options?: ExecutiveRequestOptions,
  ): Promise<void>;
  /** `POST /v1/packs/{id}/runs`: makes it now, of now. */
  runPack(
    request: { id: string },
    options?: ExecutiveRequestOptions,
  ): Promise<ArchivedReport>;
  /** `GET /v1/archive`: newest first, at most 200. */
  getArchive(
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
