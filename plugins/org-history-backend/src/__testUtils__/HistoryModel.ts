import type { OrgChange, OrgEdge } from '@portal/plugin-org-history-common';

/** The history as a consumer of the feed rebuilds it, with a walk that is written differently from the database's. */
export class HistoryModel {
  readonly edges = new Map<string, OrgEdge>();
  readonly aliases = new Map<string, string>();

  /** Fails where the feed opens what is open, or closes what is not. */
  apply(change: OrgChange): void {
    if ('alias' in change) {
      const { oldRef, newRef } = change.alias;
      if (change.type === 'alias-added') {
        this.aliases.set(oldRef, newRef);
      } else {
        this.aliases.delete(oldRef);
      }
      return;
    }
    const { fromRef, kind, toRef, validFrom } = change.edge;
    const key = [fromRef, kind, toRef, validFrom].join(' ');
    const known = this.edges.get(key);
    const isOpen = known !== undefined && known.validTo === undefined;
    const fits = change.type === 'edge-closed' ? isOpen : !known;
    if (!fits) {
      throw new Error(`${change.type} comes at the wrong time: ${key}`);
    }
    this.edges.set(key, change.edge);
  }

  currentRef(ref: string): string {
    const next = this.aliases.get(ref);
    return next === undefined ? ref : this.currentRef(next);
  }

  /** The components below a scope at an instant, sorted. */
  membersAt(scope: string, at: number): string[] {
    const edges = [...this.edges.values()]
      .filter(edge => holds(edge, at))
      .map(({ fromRef, kind, toRef }) => ({
        from: this.currentRef(fromRef),
        kind,
        to: this.currentRef(toRef),
      }));
    const start = this.currentRef(scope);
    const holders = new Set([start]);
    const members = new Set<string>();
    for (const holder of holders) {
      for (const { from, kind, to } of edges) {
        if (to === holder && kind === 'ownedBy') {
          members.add(from);
        } else if (to === holder) {
          holders.add(from);
          members.add(from);
        }
      }
    }
    members.delete(start);
    if (edges.some(({ from, kind }) => from === start && kind === 'existsIn')) {
      members.add(start);
    }
    return [...members].filter(ref => ref.startsWith('component:')).sort();
  }
}

function holds(edge: OrgEdge, at: number): boolean {
  const from = edge.validFrom ? Date.parse(edge.validFrom) : -Infinity;
  const to = edge.validTo ? Date.parse(edge.validTo) : Infinity;
  return from <= at && at < to;
}
