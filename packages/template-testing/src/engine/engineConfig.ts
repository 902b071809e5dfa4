import path from 'node:path';
import type { JsonObject } from '@backstage/types';

/** What the configuration of the engine depends on. */
export interface EngineConfigOptions {
  port: number;
  /** Holds everything that the engine writes. */
  folder: string;
  databaseUrl: string;
  /** The catalog file whose groups, systems and environments the cases name. */
  catalogFile: string;
  /** Absolute paths of template.yaml files. */
  templateFiles: string[];
  /** The parts that templates share. */
  partsFolder: string;
  /** Whom the tasks are run by. */
  userRef: string;
}

/** The configuration of the backend that templates run in. */
export function engineConfig(options: EngineConfigOptions): JsonObject {
  const baseUrl = `http://127.0.0.1:${options.port}`;
  return {
    // What is made names the address of the portal, and golden files must not change with a port.
    app: { baseUrl: 'https://portal.example.com' },
    organization: { name: 'Template tests' },
    backend: {
      baseUrl,
      listen: { host: '127.0.0.1', port: options.port },
      workingDirectory: path.join(options.folder, 'work'),
      database: {
        client: 'pg',
        connection: options.databaseUrl,
        pluginDivisionMode: 'schema',
        knexConfig: { pool: { min: 0, max: 5 } },
      },
      cache: { store: 'memory' },
    },
    auth: {
      environment: 'development',
      providers: {
        guest: {
          userEntityRef: options.userRef,
          dangerouslyAllowOutsideDevelopment: true,
        },
      },
    },
    // Who may run what is not a matter of templates.
    permission: { enabled: false },
    portal: {
      demo: true,
      demoCatalog: options.catalogFile,
      templates: {
        parts: options.partsFolder,
        healthTarget: 'https://{name}.{environment}.example.com',
      },
    },
    repositories: { directory: path.join(options.folder, 'repositories') },
    catalog: {
      // What a case needs must not wait for entities that nobody looks at to be read again.
      processingInterval: { hours: 6 },
      orphanStrategy: 'delete',
      rules: [
        {
          allow: [
            'Component',
            'System',
            'API',
            'Resource',
            'Domain',
            'Dashboard',
            'Announcement',
            'Location',
            'Group',
            'User',
            'Template',
          ],
        },
      ],
      locations: options.templateFiles.map(target => ({
        type: 'file',
        target,
      })),
    },
    events: { useEventBus: 'never' },
    scaffolder: { concurrentTasksLimit: 3 },
  };
}
