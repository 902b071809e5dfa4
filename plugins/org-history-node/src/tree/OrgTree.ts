import type { OrgChange } from '@portal/plugin-org-history-common';
import type { OrgHistoryService } from '../OrgHistoryService';
import { EdgeIndex } from './EdgeIndex';
import { always, commonSpan, mergeSpans, type Span } from './spans';

/**
 * An entity and when something was true of it.
 *
 * @public
 */
export type RefSpan = Span & { ref: string };

/** @public */
export type OrgTreeOptions = {
  history: Pick<OrgHistoryService, 'changes'>;
  /** How old what is in memory may be, in milliseconds. Default: ten seconds. */
  maxAge?: number;
  now?: () => number;
};

const pageSize = 10_000;

/**
 * The history of ownership and structure in memory, kept by its feed of changes: for plugins that split sums of thousands of
 * entities by who owned them when. It answers for every kind of entity, and not in the name of a caller.
 *
 * @public
 */
export class OrgTree {
  readonly #history: Pick<OrgHistoryService, 'changes'>;
  readonly #maxAge: number;
  readonly #now: () => number;
  readonly #edges = new EdgeIndex();
  #sequence = 0;
  #readAt = -Infinity;
  #reading?: Promise<void>;

  private constructor(options: OrgTreeOptions) {
    this.#history = options.history;
    this.#maxAge = options.maxAge ?? 10_000;
    this.#now = options.now ?? Date.now;
  }

  static create(options: OrgTreeOptions): OrgTree {
    return new OrgTree(options);
  }

  /**
   * Reads what changed, where what is in memory is older than it may be. Who asks meanwhile waits for the same read.
   *
   * @param options - `upTo`: the sequence of a change that has to be in memory, however new that is
   */
  async refresh(options?: { upTo?: number }): Promise<void> {
    const upTo = options?.upTo ?? 0;
    if (this.#now() - this.#readAt < this.#maxAge && this.#sequence >= upTo) {
      return;
    }
    // A read that is under way may have begun before the change.
    await this.#reading;
    if (this.#now() - this.#readAt < this.#maxAge && this.#sequence >= upTo) {
      return;
    }
    this.#reading ??= this.#read().finally(() => {
      this.#reading = undefined;
    });
    await this.#reading;
  }

  /** Another one whenever what is in memory has changed: for who keeps what was worked out of it. */
  get version(): number {
    return this.#sequence;
  }

  /** Groups and users that owned an entity. */
  ownersOf(ref: string): RefSpan[] {
    return this.#edges.from(ref, 'ownedBy');
  }

  /** The systems that an entity was part of: directly, or through the component that it is a part of. */
  systemsOf(ref: string): RefSpan[] {
    return this.#climb(ref, 'system');
  }

  /** The domains that an entity was part of through its systems, those next to them. */
  domainsOf(ref: string): RefSpan[] {
    return this.#climb(ref, 'domain');
  }

  /** The groups that a user was a direct member of. */
  groupsOf(userRef: string): RefSpan[] {
    return this.#edges.from(userRef, 'memberOf');
  }

  /** Every group above a group or user, itself left out. */
  groupsAbove(ref: string): RefSpan[] {
    return this.#reach(ref, node => [
      ...this.#edges.from(node, 'childOf'),
      ...this.#edges.from(node, 'memberOf'),
    ]).filter(found => found.ref !== ref);
  }

  /**
   * Every entity that belonged to a scope or one of several, and when; each stretch once. Below a group is what it, a group below it or a member of these owned;
   * below a system or domain what was part of it, however far down. Any other scope is itself.
   */
  membersOf(...scopes: string[]): RefSpan[] {
    return mergeRefSpans(scopes.flatMap(scope => this.#membersOf(scope)));
  }

  #membersOf(scope: string): RefSpan[] {
    const kind = kindOf(scope);
    if (kind === 'group' || kind === 'user') {
      const owners = this.#reach(scope, node => [
        ...this.#edges.to(node, 'childOf'),
        ...this.#edges.to(node, 'memberOf'),
      ]);
      return owners.flatMap(owner =>
        this.#edges
          .to(owner.ref, 'ownedBy')
          .flatMap(owned => within(owned, owner)),
      );
    }
    return this.#reach(scope, node => this.#edges.to(node, 'partOf'));
  }

  /** When an entity was in the catalog. */
  timesOf(ref: string): Span[] {
    return mergeSpans(
      this.#edges.from(ref, 'existsIn').map(({ from, to }) => ({ from, to })),
    );
  }

  /** Whether anything is known of an entity. */
  has(ref: string): boolean {
    return this.#edges.has(ref);
  }

  #climb(ref: string, kind: 'system' | 'domain'): RefSpan[] {
    // Not further up than the first of the kind: domains may be parts of domains.
    return this.#reach(ref, node =>
      node !== ref && kindOf(node) === kind
        ? []
        : this.#edges.from(node, 'partOf'),
    ).filter(found => found.ref !== ref && kindOf(found.ref) === kind);
  }

  /** Follows edges with the time in which the whole way was there. A circle ends where no new time is found. */
  #reach(start: string, next: (node: string) => RefSpan[]): RefSpan[] {
    const found = new Map<string, Span[]>([[start, [always]]]);
    const waiting: RefSpan[] = [{ ref: start, ...always }];
    for (let node = waiting.pop(); node; node = waiting.pop()) {
      for (const edge of next(node.ref)) {
        for (const reached of within(edge, node)) {
          const known = found.get(reached.ref) ?? [];
          if (!covers(known, reached)) {
            found.set(reached.ref, mergeSpans([...known, reached]));
            waiting.push(reached);
          }
        }
      }
    }
    return [...found].flatMap(([ref, spans]) =>
      spans.map(span => ({ ref, ...span })),
    );
  }

  async #read(): Promise<void> {
    const startedAt = this.#now();
    for (;;) {
      const page = await this.#history.changes({
        after: this.#sequence,
        limit: pageSize,
      });
      page.items.forEach(change => this.#apply(change));
      this.#sequence = page.next;
      if (page.items.length < pageSize) {
        break;
      }
    }
    this.#readAt = startedAt;
  }

  #apply(change: OrgChange): void {
    if (change.type === 'edge-opened' || change.type === 'edge-closed') {
      this.#edges.put(change.edge);
    } else if (change.type === 'alias-added') {
      this.#edges.rename(change.alias.oldRef, change.alias.newRef);
    }
  }
}

function kindOf(ref: string): string {
  return ref.slice(0, ref.indexOf(':'));
}

function within(edge: RefSpan, span: Span): RefSpan[] {
  const common = commonSpan(edge, span);
  return common ? [{ ref: edge.ref, ...common }] : [];
}

function covers(spans: readonly Span[], span: Span): boolean {
  return spans.some(({ from, to }) => from <= span.from && to >= span.to);
}

/** The same with each stretch of an entity once. */
function mergeRefSpans(found: readonly RefSpan[]): RefSpan[] {
  const byRef = new Map<string, Span[]>();
  for (const { ref, ...span } of found) {
    byRef.set(ref, [...(byRef.get(ref) ?? []), span]);
  }
  return [...byRef].flatMap(([ref, spans]) =>
    mergeSpans(spans).map(span => ({ ref, ...span })),
  );
}
