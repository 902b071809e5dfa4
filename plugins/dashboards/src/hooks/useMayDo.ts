import { usePermission } from '@backstage/plugin-permission-react';
import {
  dashboardsBoardCreatePermission,
  dashboardsBoardDeletePermission,
  dashboardsBoardReadPermission,
  dashboardsBoardSharePermission,
  dashboardsBoardUpdatePermission,
} from '@portal/plugin-dashboards-common';

/** What the reader may do with boards that people keep. */
export function useMayDo() {
  const may = {
    create: usePermission({ permission: dashboardsBoardCreatePermission }),
    delete: usePermission({ permission: dashboardsBoardDeletePermission }),
    read: usePermission({ permission: dashboardsBoardReadPermission }),
    share: usePermission({ permission: dashboardsBoardSharePermission }),
  };
  return {
    isKnown: Object.values(may).every(({ loading }) => !loading),
    mayCreate: may.create.allowed,
    mayDelete: may.delete.allowed,
    mayRead: may.read.allowed,
    mayShare: may.share.allowed,
  };
}

/** Whether the reader may change boards of the reader's own. */
export function useMayUpdate(): boolean {
  return usePermission({ permission: dashboardsBoardUpdatePermission }).allowed;
}

/** Whether the reader may make boards. */
export function useMayCreate(): boolean {
  return usePermission({ permission: dashboardsBoardCreatePermission }).allowed;
}
