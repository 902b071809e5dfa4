import type { PermissionsRegistryService } from '@backstage/backend-plugin-api';
import {
  executiveNodeReadPermission,
  executivePermissions,
} from '@portal/plugin-executive-common';
import {
  belowGroupsOfPermissionRule,
  executiveNodeResourceRef,
} from './belowGroupsOfPermissionRule';
import type { NodeReaders } from './NodeReaders';

/** Makes the permissions of the plugin known, and the condition that one of them may be given with. */
export function addNodePermissions(options: {
  permissionsRegistry: PermissionsRegistryService;
  readers: NodeReaders;
}): void {
  const { permissionsRegistry, readers } = options;
  permissionsRegistry.addResourceType({
    resourceRef: executiveNodeResourceRef,
    permissions: [executiveNodeReadPermission],
    rules: [belowGroupsOfPermissionRule],
    getResources: async refs => readers.resources(refs),
  });
  permissionsRegistry.addPermissions(
    executivePermissions.filter(
      permission => permission !== executiveNodeReadPermission,
    ),
  );
}
