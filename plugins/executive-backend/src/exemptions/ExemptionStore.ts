import type {
  Exemption,
  ExemptionInput,
} from '@portal/plugin-executive-common';
import type { Knex } from 'knex';
import { OwnedStore, type Owned } from '../owned/OwnedStore';

/** An exemption as it is kept. */
export type ExemptionDocument = ExemptionInput & { decidedBy: string };

/** Keeps exemptions. */
export type ExemptionStore = OwnedStore<ExemptionDocument>;

/** Opens the store of exemptions. */
export function createExemptionStore(client: Knex): ExemptionStore {
  return OwnedStore.create({ client, kind: 'exemptions', title: 'exemption' });
}

/** A service has one exemption of a pillar that begins on a day. */
export function exemptionId({
  entityRef,
  from,
  pillarId,
}: ExemptionInput): string {
  return `${entityRef}@${pillarId}@${from}`;
}

/** An exemption as it travels. */
export function toExemption({
  demo,
  document,
  id,
  origin,
  revision,
}: Owned<ExemptionDocument>): Exemption {
  return { ...document, id, origin, revision, demo };
}

/** Which pillars each service is exempt from on a day. */
export async function exemptOn(
  exemptions: Pick<ExemptionStore, 'list'>,
  day: string,
): Promise<Map<string, Set<string>>> {
  const found = new Map<string, Set<string>>();
  for (const { document } of await exemptions.list()) {
    const { entityRef, from, pillarId, until } = document;
    if (from <= day && day <= until) {
      const pillars = found.get(entityRef) ?? new Set();
      found.set(entityRef, pillars.add(pillarId));
    }
  }
  return found;
}
