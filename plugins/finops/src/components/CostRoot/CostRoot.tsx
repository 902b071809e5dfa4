import type { ReactNode } from 'react';
import { Navigate, useLocation, useResolvedPath } from 'react-router-dom';
import { subPaths } from '../../routes';
import { useTabsWithoutPanels } from '@portal/plugin-metrics-react';
import styles from './CostRoot.module.css';

/** Leads from the page itself to its overview with the query, which the page's own redirect drops: links of messages name a scope. */
export function CostRoot(props: { children: ReactNode }) {
  const { pathname, search } = useLocation();
  const root = useResolvedPath('').pathname;
  const page = useTabsWithoutPanels();
  const isRoot = pathname.replace(/\/$/, '') === root.replace(/\/$/, '');
  return (
    <div ref={page} className={styles.page}>
      {isRoot ? (
        <Navigate to={{ pathname: subPaths.overview, search }} replace />
      ) : (
        props.children
      )}
    </div>
  );
}
