import type {
  DebtInput,
  DebtItem,
  DebtSource,
} from '@portal/plugin-executive-common';
import type { Knex } from 'knex';
import { OwnedStore, type Owned } from '../owned/OwnedStore';

/** An item of debt as it is kept. */
export type DebtDocument = DebtInput & {
  source: DebtSource;
  since: string;
  paidOn?: string;
  dueOn?: string;
};

/** The register of debt. */
export type DebtStore = OwnedStore<DebtDocument>;

/** Opens the register of debt. */
export function createDebtStore(client: Knex): DebtStore {
  return OwnedStore.create({ client, kind: 'debt-items', title: 'debt' });
}

/** An item as it travels. */
export function toDebtItem(
  { demo, document, id, origin, revision }: Owned<DebtDocument>,
  ownerRef?: string,
): DebtItem {
  return {
    ...document,
    id,
    origin,
    revision,
    demo,
    ...(ownerRef !== undefined && { ownerRef }),
  };
}
