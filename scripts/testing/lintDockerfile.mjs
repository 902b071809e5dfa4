import fs from 'node:fs/promises';
import path from 'node:path';
import { validate } from 'dockerfile-utils';
import { repositoryRoot } from '../support/paths.mjs';

/**
 * Judges the Dockerfile by its grammar and by what this project asks of an image: no engine is needed.
 *
 * @returns {Promise<{ state: 'passed' | 'failed', output: string }>}
 */
export async function lintDockerfile() {
  const text = await fs.readFile(
    path.join(repositoryRoot, 'Dockerfile'),
    'utf8',
  );
  const problems = validate(text).map(
    ({ range, message }) => `Dockerfile:${range.start.line + 1}: ${message}`,
  );
  const lastStage = text.slice(text.lastIndexOf('\nFROM '));
  if (!/^USER (?!root\b|0\b)/m.test(lastStage)) {
    problems.push('Dockerfile: the last stage runs as root; name a USER.');
  }
  if (!/^HEALTHCHECK /m.test(lastStage)) {
    problems.push('Dockerfile: the last stage has no HEALTHCHECK.');
  }
  if (
    /^FROM \S+(:latest)?\s*$/m.test(
      text.replace(/^FROM \S+:(?!latest)\S+.*$/gm, ''),
    )
  ) {
    problems.push('Dockerfile: a base image without a fixed tag.');
  }
  return {
    state: problems.length ? 'failed' : 'passed',
    output: problems.join('\n'),
  };
}
