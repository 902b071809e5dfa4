import type { FastifyReply, FastifyRequest } from 'fastify';
import type { components, operations } from './generated/api.ts';
import type { Entry } from './readContract.ts';

type Page = components['schemas']['EntryPage'];
type Problem = components['schemas']['Problem'];
type ListQuery = Required<
  Pick<NonNullable<operations['listEntries']['parameters']['query']>, 'limit'>
> & {
  after?: string;
};
type GetPath = operations['getEntry']['parameters']['path'];

/** The operations of openapi.yaml by their operationId. What they are asked was checked against the contract before. */
export function createOperations(entries: Entry[]) {
  return {
    async listEntries(request: FastifyRequest): Promise<Page> {
      const { limit, after = '' } = request.query as ListQuery;
      const rest = entries.filter(({ id }) => id > after);
      const items = rest.slice(0, limit);
      const last = items.at(-1);
      return rest.length > limit && last ? { items, next: last.id } : { items };
    },

    async getEntry(request: FastifyRequest, reply: FastifyReply): Promise<Entry | Problem> {
      const { id } = request.params as GetPath;
      const entry = entries.find((candidate) => candidate.id === id);
      if (!entry) {
        reply.code(404).type('application/problem+json');
        return {
          title: 'There is no such entry',
          status: 404,
          detail: `No entry has the id ${id}`,
        };
      }
      return entry;
    },
  };
}
