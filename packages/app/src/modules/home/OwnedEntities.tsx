import { RiRefreshLine } from '@remixicon/react';
import { Link } from 'react-router-dom';
import styles from './HomeLayout.module.css';
import { ownedShown, useOwnedEntities } from './useOwnedEntities';

/** What the user and the user's teams own, the first few of it, with the way to all of it. */
export function OwnedEntities() {
  const { owned, error, retry } = useOwnedEntities();
  if (error) {
    return (
      <div role="alert" className={styles.note}>
        <p>The catalog did not answer: {error.message}</p>
        <button type="button" className={styles.button} onClick={retry}>
          <RiRefreshLine size={16} aria-hidden="true" /> Try again
        </button>
      </div>
    );
  }
  if (!owned) {
    return (
      <div className={styles.rows} aria-busy="true" aria-label="Loading">
        {Array.from({ length: 5 }, (_, index) => (
          <div key={index} className={styles.skeleton} />
        ))}
      </div>
    );
  }
  if (owned.entities.length === 0) {
    return (
      <p className={styles.note}>
        Nothing in the catalog names you or your teams as its owner.{' '}
        <Link className={styles.link} to="/catalog-import">
          Register what you own
        </Link>{' '}
        or{' '}
        <Link className={styles.link} to="/create">
          create something
        </Link>
        .
      </p>
    );
  }
  return (
    <>
      <ul className={styles.rows}>
        {owned.entities.map(entity => (
          <li key={entity.href}>
            <Link className={styles.row} to={entity.href}>
              <span className={styles.rowName}>{entity.title}</span>
              <span className={styles.rowKind}>{entity.kind}</span>
            </Link>
          </li>
        ))}
      </ul>
      {owned.total > ownedShown && (
        <Link className={styles.all} to="/catalog?filters[user]=owned">
          All {owned.total}
        </Link>
      )}
    </>
  );
}
