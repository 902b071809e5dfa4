import type { ReactNode } from 'react';
import { Navigate, useLocation, useResolvedPath } from 'react-router-dom';
import { subPaths } from '../../routes';

/** Leads from the page itself to its overview with the query, which the page's own redirect drops: links of messages name a scope. */
export function CostRoot(props: { children: ReactNode }) {
  const { pathname, search } = useLocation();
  const root = useResolvedPath('').pathname;
  const isRoot = pathname.replace(/\/$/, '') === root.replace(/\/$/, '');
  return isRoot ? (
    <Navigate to={{ pathname: subPaths.overview, search }} replace />
  ) : (
    <>{props.children}</>
  );
}
