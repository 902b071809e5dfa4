import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  DirectoryPreparer,
  techdocsPreparerExtensionPoint,
} from '@backstage/plugin-techdocs-node';
import { CopyingPreparer } from './CopyingPreparer';

/**
 * Prepares documentation with a `dir:` reference for TechDocs.
 *
 * @public
 */
export const techdocsModuleDirectoryCopy = createBackendModule({
  pluginId: 'techdocs',
  moduleId: 'directory-copy',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        preparers: techdocsPreparerExtensionPoint,
        reader: coreServices.urlReader,
      },
      async init({ config, logger, preparers, reader }) {
        preparers.registerPreparer(
          'dir',
          CopyingPreparer.create({
            preparer: DirectoryPreparer.fromConfig(config, { logger, reader }),
            workingDirectory: config.getOptionalString(
              'backend.workingDirectory',
            ),
          }),
        );
      },
    });
  },
});
