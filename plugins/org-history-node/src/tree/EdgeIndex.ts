import type { OrgEdge, OrgEdgeKind } from '@portal/plugin-org-history-common';
import type { RefSpan } from './OrgTree';
import type { Span } from './spans';

type Edge = Span & { fromRef: string; toRef: string; kind: OrgEdgeKind };

/** Edges by both of their ends. What was renamed is found under its name of today. */
export class EdgeIndex {
  readonly #outgoing = new Map<string, Map<string, Edge>>();
  readonly #incoming = new Map<string, Map<string, Edge>>();
  readonly #names = new Map<string, string>();

  /** Adds an edge, or takes a new end of one that is there. */
  put(edge: OrgEdge): void {
    const fromRef = this.#today(edge.fromRef);
    const toRef = this.#today(edge.toRef);
    const from = edge.validFrom ? Date.parse(edge.validFrom) : -Infinity;
    const to = edge.validTo ? Date.parse(edge.validTo) : Infinity;
    const key = `${edge.kind} ${fromRef} ${toRef} ${from}`;
    const known = { fromRef, toRef, kind: edge.kind, from, to };
    entryOf(this.#outgoing, fromRef).set(key, known);
    entryOf(this.#incoming, toRef).set(key, known);
  }

  /** What belongs to an old name belongs to the new one from now on. */
  rename(oldRef: string, newRef: string): void {
    this.#names.set(oldRef, newRef);
    const edges = [
      ...(this.#outgoing.get(oldRef)?.values() ?? []),
      ...(this.#incoming.get(oldRef)?.values() ?? []),
    ];
    for (const edge of edges) {
      this.#remove(edge);
      this.put({
        fromRef: edge.fromRef,
        toRef: edge.toRef,
        kind: edge.kind,
        ...(Number.isFinite(edge.from) && {
          validFrom: new Date(edge.from).toISOString(),
        }),
        ...(Number.isFinite(edge.to) && {
          validTo: new Date(edge.to).toISOString(),
        }),
      });
    }
  }

  /** What an entity points at. */
  from(ref: string, kind: OrgEdgeKind): RefSpan[] {
    return [...(this.#outgoing.get(this.#today(ref))?.values() ?? [])]
      .filter(edge => edge.kind === kind)
      .map(({ toRef, from, to }) => ({ ref: toRef, from, to }));
  }

  /** What points at an entity. */
  to(ref: string, kind: OrgEdgeKind): RefSpan[] {
    return [...(this.#incoming.get(this.#today(ref))?.values() ?? [])]
      .filter(edge => edge.kind === kind)
      .map(({ fromRef, from, to }) => ({ ref: fromRef, from, to }));
  }

  has(ref: string): boolean {
    const name = this.#today(ref);
    return this.#outgoing.has(name) || this.#incoming.has(name);
  }

  #today(ref: string): string {
    // Renamed twice, and back: each name is followed once.
    const seen = new Set<string>();
    let name = ref;
    for (;;) {
      const next = this.#names.get(name);
      if (next === undefined || seen.has(next)) {
        return name;
      }
      seen.add(next);
      name = next;
    }
  }

  #remove(edge: Edge): void {
    const key = `${edge.kind} ${edge.fromRef} ${edge.toRef} ${edge.from}`;
    this.#outgoing.get(edge.fromRef)?.delete(key);
    this.#incoming.get(edge.toRef)?.delete(key);
  }
}

function entryOf<T>(
  map: Map<string, Map<string, T>>,
  key: string,
): Map<string, T> {
  let entry = map.get(key);
  if (!entry) {
    entry = new Map();
    map.set(key, entry);
  }
  return entry;
}
