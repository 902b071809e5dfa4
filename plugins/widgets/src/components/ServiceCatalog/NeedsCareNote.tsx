import { parseEntityRef } from '@backstage/catalog-model';
import { formatNumber } from '@portal/plugin-metrics-react';
import { RiAlertLine } from '@remixicon/react';
import { Link } from 'react-router-dom';
import type { NeedsCare } from '../../catalogSummary';
import styles from './ServiceCatalog.module.css';

/** Entities that somebody should look after; nothing where there are none. */
export function NeedsCareNote(props: { entities: NeedsCare; words: string }) {
  const { entities, words } = props;
  const { count, refs } = entities;
  if (count === 0) {
    return null;
  }
  return (
    <p className={styles.care}>
      <RiAlertLine size={16} aria-hidden />
      <span>
        {formatNumber(count)} {words}:{' '}
        {refs.map((ref, index) => (
          <span key={ref}>
            {index > 0 && ', '}
            <EntityAnchor entityRef={ref} />
          </span>
        ))}
        {count > refs.length &&
          ` and ${formatNumber(count - refs.length)} more`}
      </span>
    </p>
  );
}

function EntityAnchor({ entityRef }: { entityRef: string }) {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  return <Link to={`/catalog/${namespace}/${kind}/${name}`}>{name}</Link>;
}
