import type { ReactNode } from 'react';
import { NotFoundErrorPage } from '@backstage/frontend-plugin-api';
import { Navigate, useLocation } from 'react-router-dom';
import { useTabsWithoutPanels } from '../../hooks';
import { useSubPath } from './useSubPath';
import styles from './SubPages.module.css';

/**
 * A page whose tabs are pages of their own. It leads to the first of them with the query, which the page's own redirect drops: links
 * of messages name a scope. It says so where there is none of a name.
 */
export function SubPages(props: {
  /** The paths of the sub-pages that are there, the first one first. */
  paths: readonly string[];
  children: ReactNode;
}) {
  const { paths, children } = props;
  const { search } = useLocation();
  const path = useSubPath();
  const page = useTabsWithoutPanels();
  return (
    <div ref={page} className={styles.page}>
      {path === '' ? (
        <Navigate to={{ pathname: paths[0], search }} replace />
      ) : (
        children
      )}
      {path !== '' && !paths.includes(path) && <NotFoundErrorPage />}
    </div>
  );
}
