import fs from 'node:fs';
import path from 'node:path';
import { ConfigSources } from '@backstage/config-loader';
import { repositoryRoot } from '../support/paths.mjs';

/** The configuration files that a local start reads, in order of strength, without the generated one. */
export function localConfigFiles() {
  const files = ['app-config.yaml', 'app-config.local.yaml'].map(name =>
    path.join(repositoryRoot, name),
  );
  return files.filter(file => fs.existsSync(file));
}

/**
 * The effective configuration of these files.
 *
 * @param {string[]} files
 * @returns {Promise<import('@backstage/config').Config>}
 */
export async function readPortalConfig(files) {
  const source = ConfigSources.default({
    argv: files.flatMap(file => ['--config', file]),
    rootDir: repositoryRoot,
    watch: false,
  });
  return ConfigSources.toConfig(source);
}
