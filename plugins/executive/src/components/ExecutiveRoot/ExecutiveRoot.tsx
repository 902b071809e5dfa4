import type { ReactNode } from 'react';
import { useTabsWithoutPanels } from '@portal/plugin-metrics-react';
import { Navigate, useLocation, useResolvedPath } from 'react-router-dom';
import { subPaths } from '../../routes';
import { useKeptQuery } from './useKeptQuery';
import styles from './ExecutiveRoot.module.css';

/** Leads from the page itself to its portfolio with the query, which the page's own redirect drops; tabs keep part and day. */
export function ExecutiveRoot(props: { children: ReactNode }) {
  const { pathname, search } = useLocation();
  const root = useResolvedPath('').pathname;
  const page = useTabsWithoutPanels();
  const isRoot = pathname.replace(/\/$/, '') === root.replace(/\/$/, '');
  useKeptQuery(isRoot);
  return (
    <div ref={page} className={styles.page}>
      {isRoot ? (
        <Navigate to={{ pathname: subPaths.portfolio, search }} replace />
      ) : (
        props.children
      )}
    </div>
  );
}
