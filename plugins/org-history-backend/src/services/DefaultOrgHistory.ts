import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { CompoundEntityRef } from '@backstage/catalog-model';
import { InputError, NotFoundError } from '@backstage/errors';
import {
  everything,
  type ChangePage,
  type Connected,
  type Member,
  type MembersRequest,
  type OrgEdge,
  type RefsAt,
  type ScopeMembers,
} from '@portal/plugin-org-history-common';
import { toInterval } from '../database/rows';
import type { OrgHistoryAccess } from './OrgHistoryAccess';
import type { ConnectionKind, OrgHistoryStore, Span } from './OrgHistoryStore';
import { parseInstant } from './parseInstant';
import { parseRef, parseRefs, parseScopes } from './parseRefs';

/** Checks a question, checks who asks, and answers it from the store. */
export class DefaultOrgHistory {
  readonly #access: OrgHistoryAccess;
  readonly #store: OrgHistoryStore;

  private constructor(options: {
    access: OrgHistoryAccess;
    store: OrgHistoryStore;
  }) {
    this.#access = options.access;
    this.#store = options.store;
  }

  static create(options: {
    access: OrgHistoryAccess;
    store: OrgHistoryStore;
  }): DefaultOrgHistory {
    return new DefaultOrgHistory(options);
  }

  async connections(
    credentials: BackstageCredentials,
    kind: ConnectionKind,
    request: RefsAt,
  ): Promise<Connected[]> {
    await this.#access.requireRead(credentials);
    const refs = parseRefs('refs', request.refs);
    const at = readAt('at', request.at ?? 'now');
    await this.#requireVisible(credentials, refs);
    const found = await this.#store.connections(kind, refs, at);
    return request.refs.map((ref, index) => ({ ref, refs: found[index] }));
  }

  async members(
    credentials: BackstageCredentials,
    request: MembersRequest,
  ): Promise<ScopeMembers[]> {
    await this.#access.requireRead(credentials);
    const scopes = parseScopes(request.scopes);
    const span = readSpan(request);
    const asOf =
      request.asOf === undefined ? undefined : readAt('asOf', request.asOf);
    await this.#requireVisible(
      credentials,
      scopes.filter(scope => scope !== everything),
    );
    const found =
      asOf === undefined
        ? await this.#store.members(scopes, span)
        : await this.#membersAt(scopes, asOf, span);
    const refs = found.flatMap(members => members.map(({ ref }) => ref));
    const visible = await this.#access.visible(credentials, refs);
    return request.scopes.map((scope, index) => ({
      scope,
      members: found[index].filter(({ ref }) => visible?.has(ref) ?? true),
    }));
  }

  async aliases(
    credentials: BackstageCredentials,
    request: { refs: string[] },
  ): Promise<Array<{ ref: string; currentRef: string }>> {
    await this.#access.requireRead(credentials);
    const refs = parseRefs('refs', request.refs);
    const current = await this.#requireVisible(credentials, refs);
    return request.refs.map((ref, index) => ({
      ref,
      currentRef: current[index],
    }));
  }

  async edges(
    credentials: BackstageCredentials,
    compound: CompoundEntityRef,
  ): Promise<{ items: OrgEdge[] }> {
    await this.#access.requireRead(credentials);
    const ref = parseRef('entity', compound);
    if (ref.startsWith('user:')) {
      throw new InputError(
        `${ref}: the history of people is not answered; ask for a group, or for what was owned`,
      );
    }
    await this.#requireVisible(credentials, [ref]);
    const items = await this.#store.edgesOf(ref);
    if (!items.length) {
      throw new NotFoundError(
        `Nothing is known of ${ref}; check its kind, namespace and name, or wait for the next poll of the catalog`,
      );
    }
    return { items };
  }

  async changes(
    credentials: BackstageCredentials,
    after: number,
    limit: number,
  ): Promise<ChangePage> {
    await this.#access.requireRead(credentials);
    this.#access.requireService(credentials);
    return this.#store.changes(after, limit);
  }

  async #membersAt(
    scopes: string[],
    at: number,
    span: Span,
  ): Promise<Member[][]> {
    const intervals = [toInterval(span.from, span.to)];
    const found = await this.#store.membersAt(scopes, at);
    return found.map(refs => refs.map(ref => ({ ref, intervals })));
  }

  /** The catalog knows the names of today only. */
  async #requireVisible(
    credentials: BackstageCredentials,
    refs: string[],
  ): Promise<string[]> {
    const current = await this.#store.currentRefs(refs);
    await this.#access.requireVisible(credentials, current);
    return current;
  }
}

function readAt(field: string, value: string): number {
  return value === 'now' ? Date.now() : parseInstant(field, value);
}

function readSpan(request: { from?: string; to?: string }): Span {
  const from =
    request.from === undefined ? -Infinity : parseInstant('from', request.from);
  const to =
    request.to === undefined ? Infinity : parseInstant('to', request.to);
  if (from >= to) {
    throw new InputError(
      `from: ${request.from} is not before to, ${request.to}; a period begins before it ends`,
    );
  }
  return { from, to };
}
