import { coreExtensionData } from '@backstage/frontend-plugin-api';
import plugin from '@backstage/plugin-scaffolder/alpha';
import { withTemplateList } from '@portal/plugin-scaffolder-portal';

/** The scaffolder's plugin, whose list of templates has an order. */
export const scaffolderPlugin = plugin.withOverrides({
  extensions: [
    plugin.getExtension('sub-page:scaffolder/templates').override({
      factory(originalFactory) {
        const original = originalFactory();
        return [
          ...original,
          coreExtensionData.reactElement(
            withTemplateList(original.get(coreExtensionData.reactElement)),
          ),
        ];
      },
    }),
  ],
});
