import fs from 'node:fs/promises';
import net from 'node:net';
import path from 'node:path';
import { createBackend } from '@backstage/backend-defaults';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import type { JsonObject, JsonValue } from '@backstage/types';
import { EngineClient } from './EngineClient';
import { engineConfig } from './engineConfig';
import { engineFeatures } from './engineFeatures';
import { FileLogger } from './FileLogger';

const CATALOG_LIMIT_MS = 60_000;

/** What the engine needs to start. */
export interface EngineOptions {
  /** Holds everything that the engine writes; made where it is missing. */
  folder: string;
  /** An empty database. It is for the caller to drop it: the backend's pools hold it until the process ends. */
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

/** A real backend with catalog and scaffolder. */
export class Engine {
  static async start(options: EngineOptions): Promise<Engine> {
    await fs.mkdir(path.join(options.folder, 'work'), { recursive: true });
    const port = await findFreePort();
    const config = engineConfig({ ...options, port });
    await fs.mkdir(path.join(options.folder, 'repositories'));
    const backend = createBackend();
    backend.add(
      createServiceFactory({
        service: coreServices.rootConfig,
        deps: {},
        factory: () => new ConfigReader(config),
      }),
    );
    backend.add(
      createServiceFactory({
        service: coreServices.rootLogger,
        deps: {},
        factory: () => FileLogger.create(logFile(options.folder)),
      }),
    );
    for (const feature of engineFeatures()) {
      backend.add(feature);
    }
    try {
      await backend.start();
      const client = await EngineClient.signIn(`http://127.0.0.1:${port}`);
      return new Engine(options, client, () => backend.stop());
    } catch (error) {
      await backend.stop();
      throw error;
    }
  }

  private constructor(
    private readonly options: EngineOptions,
    /** Speaks to the engine as the user that tasks are run by. */
    readonly client: EngineClient,
    /** Ends the engine. */
    readonly stop: () => Promise<void>,
  ) {}

  /** Waits until the catalog knows the entities that values name, so that no case meets a catalog that is still being read. */
  async awaitCatalog(values: JsonObject[]): Promise<void> {
    const refs = new Set(values.flatMap(entityRefsIn));
    const limit = Date.now() + CATALOG_LIMIT_MS;
    for (const ref of [this.options.userRef, ...refs]) {
      await this.client.waitForEntity(ref, limit - Date.now());
    }
  }

  /** Where the engine writes what it does. */
  get logFile(): string {
    return logFile(this.options.folder);
  }

  /** Where templates publish to. */
  get repositoriesFolder(): string {
    return path.join(this.options.folder, 'repositories');
  }

  /** Everything that the engine writes lies below this folder. */
  get folder(): string {
    return this.options.folder;
  }
}

// What looks like one, anywhere in the values. A case may name one that does not exist, to show what happens.
function entityRefsIn(value: JsonValue | undefined): string[] {
  if (typeof value === 'string') {
    return /^[a-z]+:[\w-]+\/[\w.-]+$/i.test(value) ? [value] : [];
  }
  return typeof value === 'object' && value !== null
    ? Object.values(value).flatMap(entityRefsIn)
    : [];
}

function logFile(folder: string): string {
  return path.join(folder, 'engine.log');
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
