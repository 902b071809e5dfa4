import { useApiHolder, useRouteRef } from '@backstage/frontend-plugin-api';
import { gridBreakpoints } from '@portal/plugin-widgets-common';
import { widgetRegistryApiRef } from '@portal/plugin-widgets-react';
import { useEffect } from 'react';
import { useLocation } from 'react-router-dom';
import { dashboardsPath, dashboardsRouteRef } from '../../routes';

/**
 * Loads the code of a board while the reader is still signed in or signs in, if the address is that of one. A phone has a slower line and draws two
 * tiles at first: it loads the page alone, each widget with its tile.
 */
export function BoardCode() {
  const { pathname } = useLocation();
  const widgets = useApiHolder().get(widgetRegistryApiRef);
  const page = useRouteRef(dashboardsRouteRef)?.() ?? dashboardsPath;
  const isBoard = pathname.startsWith(`${page}/`);
  useEffect(() => {
    if (!isBoard) {
      return;
    }
    // What fails here is loaded again, and told, where it is drawn.
    import('../DashboardsRoutes').catch(() => {});
    if (window.innerWidth >= gridBreakpoints.medium) {
      for (const { isUsual, preload } of widgets?.list() ?? []) {
        if (isUsual) {
          preload?.();
        }
      }
    }
  }, [isBoard, widgets]);
  return null;
}
