import type {
  DoraTriageApi,
  RejectedParts,
  UnattributedReport,
  UnknownEnvironments,
  UnmatchedPage,
} from '@portal/plugin-dora-common';

/** What could not be used, in memory. Change what it holds, or let it fail, and ask again. */
export class InMemoryTriageApi implements DoraTriageApi {
  unmatched: UnmatchedPage = { items: [], total: 0 };
  environments: UnknownEnvironments = { items: [], known: ['production'] };
  unattributed: UnattributedReport[] = [];
  rejections: RejectedParts = { items: [], total: 0 };
  pageSize = 50;
  /** What a request runs into instead of an answer. */
  failure: unknown;

  async getUnmatched() {
    this.#check();
    return this.unmatched;
  }

  async getUnknownEnvironments() {
    this.#check();
    return this.environments;
  }

  async getUnattributed(request: { cursor?: string } = {}) {
    this.#check();
    const start = Number(request.cursor ?? 0);
    const end = start + this.pageSize;
    return {
      items: this.unattributed.slice(start, end),
      nextCursor: end < this.unattributed.length ? String(end) : undefined,
    };
  }

  async getRejections() {
    this.#check();
    return this.rejections;
  }

  #check() {
    if (this.failure) {
      throw this.failure;
    }
  }
}
