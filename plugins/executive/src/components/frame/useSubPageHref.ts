import { useCallback } from 'react';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import type { ReportPage } from '@portal/plugin-executive-common';
import { executivePath, executiveRouteRef, subPaths } from '../../routes';

type SubPage = keyof typeof subPaths;

/** Where a page of the portfolio is, from any page of the portal. What is said of a node stands on the portfolio. */
export function useSubPageHref(): (
  page: SubPage | ReportPage,
  search?: string,
) => string {
  const root = useRouteRef(executiveRouteRef)?.() ?? executivePath;
  return useCallback(
    (page, search = '') =>
      `${root.replace(/\/$/, '')}/${
        subPaths[page === 'node' ? 'portfolio' : page]
      }${search}`,
    [root],
  );
}
