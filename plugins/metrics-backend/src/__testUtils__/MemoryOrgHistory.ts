import { NotImplementedError } from '@backstage/errors';
import type { MembersRequest } from '@portal/plugin-org-history-common';
import type { OrgHistoryService } from '@portal/plugin-org-history-node';

type Stay = { scope: string; ref: string; from?: string; to?: string };

const earliest = '0000';
const latest = '9999';

/** A history of members in memory. Instants are ISO 8601 in UTC, or days. */
export class MemoryOrgHistory implements OrgHistoryService {
  stays: Stay[];

  constructor(stays: Stay[]) {
    this.stays = stays;
  }

  readonly membersOf: OrgHistoryService['membersOf'] = async request =>
    request.scopes.map(scope => ({
      scope,
      members: this.#membersOf(scope, request),
    }));

  readonly ownersAt = notNeeded;
  readonly partOfAt = notNeeded;
  readonly ancestorsOf = notNeeded;
  readonly resolveAlias = notNeeded;
  readonly changes = notNeeded;
  readonly edgesOf = notNeeded;

  #membersOf(scope: string, request: MembersRequest) {
    const { asOf, from = earliest, to = latest } = request;
    const found = new Map<string, Array<{ from: string; to: string }>>();
    for (const stay of this.stays.filter(item => item.scope === scope)) {
      const begin = stay.from ?? earliest;
      const end = stay.to ?? latest;
      const interval = asOf
        ? { from: begin <= asOf && asOf < end ? from : to, to }
        : { from: begin > from ? begin : from, to: end < to ? end : to };
      if (interval.from < interval.to) {
        const before = found.get(stay.ref) ?? [];
        found.set(stay.ref, [...before, interval]);
      }
    }
    return [...found].map(([ref, intervals]) => ({ ref, intervals }));
  }
}

async function notNeeded(): Promise<never> {
  throw new NotImplementedError('The metric store asks for members only');
}
