import {
  findingKinds,
  findingStates,
  severities,
  type FindingFilter,
  type FindingOrder,
} from '@portal/plugin-security-score-common';
import { everything } from '@portal/plugin-metrics-common';

/** What the page of findings shows, as its address holds it. */
export type FindingSelection = FindingFilter & {
  scope: string;
  order: FindingOrder;
  /** The finding that is shown beside the list. */
  finding?: string;
};

const orders: readonly FindingOrder[] = [
  'priority',
  'severity',
  'due',
  'newest',
  'oldest',
];

function listOf<T extends string>(
  params: URLSearchParams,
  key: string,
  known: readonly T[],
): T[] | undefined {
  const found = (params.get(key) ?? '')
    .split(',')
    .filter((each): each is T => known.includes(each as T));
  return found.length > 0 ? found : undefined;
}

/** Reads an address. What it says that is not known is left out. Without a state only open findings are shown. */
export function readFindings(params: URLSearchParams): FindingSelection {
  const flag = (key: string) => (params.get(key) === 'true' ? true : undefined);
  const text = (key: string) => params.get(key) || undefined;
  return {
    scope: text('scope') ?? everything,
    state:
      params.get('state') === 'all'
        ? undefined
        : listOf(params, 'state', findingStates) ?? ['open'],
    severity: listOf(params, 'severity', severities),
    kind: listOf(params, 'kind', findingKinds),
    text: text('text'),
    overdue: flag('overdue'),
    fixable: flag('fixable'),
    kev: flag('kev'),
    vulnerability: text('vulnerability'),
    package: text('package'),
    assignee: text('assignee'),
    order: orders.find(order => order === params.get('order')) ?? 'priority',
    finding: text('finding'),
  };
}

/** Writes a change into an address; what is as usual is left out. */
export function writeFindings(
  current: URLSearchParams,
  change: Partial<FindingSelection>,
): URLSearchParams {
  const params = new URLSearchParams(current);
  const set = (key: string, value: string | undefined) =>
    value ? params.set(key, value) : params.delete(key);
  for (const [key, value] of Object.entries(change)) {
    if (key === 'state') {
      // Open ones are what is shown without a word.
      const states = (value as string[] | undefined)?.join() ?? 'all';
      set(key, states === 'open' ? undefined : states);
    } else if (key === 'scope') {
      set(key, value === everything ? undefined : String(value));
    } else if (key === 'order') {
      set(key, value === 'priority' ? undefined : String(value));
    } else if (Array.isArray(value)) {
      set(key, value.join());
    } else {
      set(
        key,
        value === undefined || value === false ? undefined : String(value),
      );
    }
  }
  return params;
}
