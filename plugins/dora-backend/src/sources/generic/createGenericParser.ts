import type { Report } from '@portal/plugin-dora-common';
import { collectParts } from '../reports/collectParts';
import { openDelivery } from '../reports/openDelivery';
import type { ReportParser } from '../reports/Parser';
import type { PayloadReader } from '../reports/PayloadReader';
import {
  readGenericChange,
  readGenericDeployment,
  readGenericIncident,
} from './genericReports';

type Part = { place: PayloadReader; read: (place: PayloadReader) => Report };

const kinds: readonly {
  type: string;
  list: string;
  read: Part['read'];
}[] = [
  { type: 'deployment', list: 'deployments', read: readGenericDeployment },
  { type: 'change', list: 'changes', read: readGenericChange },
  { type: 'incident', list: 'incidents', read: readGenericIncident },
];

/**
 * Reads the portal's own JSON for tools that have no sender of their own; see
 * docs/operator-guide/delivery-events.md. Fields that are not known are refused.
 *
 * @internal
 */
export function createGenericParser(): ReportParser {
  return delivery => {
    const payload = openDelivery(delivery);
    const single = kinds.find(({ type }) => payload.at('type').value === type);
    if (single) {
      return collectParts([payload], place => [single.read(place)]);
    }
    const lists = kinds.filter(({ list }) => !payload.at(list).isMissing);
    if (lists.length === 0) {
      return {
        facts: [],
        ignored:
          'no deployments, changes or incidents, and no type that is one of them',
      };
    }
    const parts = lists.flatMap(({ list, read }): Part[] =>
      payload
        .at(list)
        .list()
        .map(place => ({ place, read })),
    );
    return collectParts(parts, ({ place, read }) => [read(place)]);
  };
}
