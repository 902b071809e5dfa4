import { formatNumber } from '@portal/plugin-metrics-react';
import { Link } from 'react-router-dom';
import type { KindSummary, SummarisedKind } from '../../catalogSummary';
import styles from './ServiceCatalog.module.css';

/** How many types are named beside the count of a kind. */
const NAMED_TYPES = 4;

const words: Record<SummarisedKind, string> = {
  Component: 'Components',
  API: 'APIs',
  Resource: 'Resources',
};

/** One kind: how many there are, of which types, each with the way to the list. */
export function KindRow(props: { summary: KindSummary; lifecycle?: string }) {
  const { summary, lifecycle } = props;
  const { kind, count, types } = summary;
  return (
    <li className={styles.kind}>
      <Link className={styles.count} to={listOf({ kind, lifecycle })}>
        <strong>{formatNumber(count)}</strong> {words[kind]}
      </Link>
      <span className={styles.types}>
        {types.slice(0, NAMED_TYPES).map(({ type, count: of }) => (
          <Link
            key={type}
            className={styles.type}
            to={listOf({ kind, type, lifecycle })}
          >
            {formatNumber(of)} {type}
          </Link>
        ))}
        {types.length > NAMED_TYPES && (
          <span>
            {types.length - NAMED_TYPES} more{' '}
            {types.length - NAMED_TYPES === 1 ? 'type' : 'types'}
          </span>
        )}
      </span>
    </li>
  );
}

function listOf(filters: { kind: string; type?: string; lifecycle?: string }) {
  const query = new URLSearchParams({ 'filters[user]': 'all' });
  for (const [name, value] of Object.entries(filters)) {
    if (value) {
      query.set(
        name === 'lifecycle' ? 'filters[lifecycles]' : `filters[${name}]`,
        value.toLowerCase(),
      );
    }
  }
  return `/catalog?${query}`;
}
