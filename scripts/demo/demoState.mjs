import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Up to when each demo component has its history, kept in a file so that a killed load goes on where it was.
 */
export class DemoState {
  #file;
  #components;

  /**
   * @param {string} dataDir
   */
  static async read(dataDir) {
    const file = join(dataDir, 'demo-state.json');
    try {
      const { components } = JSON.parse(await readFile(file, 'utf-8'));
      return new DemoState(file, components ?? {});
    } catch {
      // Absent, or damaged: sending everything once more does no harm.
      return new DemoState(file, {});
    }
  }

  /**
   * @param {string} file
   * @param {Record<string, string>} components
   */
  constructor(file, components) {
    this.#file = file;
    this.#components = components;
  }

  /**
   * @param {string} component
   * @returns {Date | undefined}
   */
  loadedUntil(component) {
    const instant = new Date(this.#components[component] ?? NaN);
    return Number.isNaN(instant.getTime()) ? undefined : instant;
  }

  /**
   * @param {string} component
   * @param {Date} instant
   */
  async setLoadedUntil(component, instant) {
    this.#components[component] = instant.toISOString();
    await mkdir(join(this.#file, '..'), { recursive: true });
    const temporary = `${this.#file}.${process.pid}.tmp`;
    await writeFile(
      temporary,
      `${JSON.stringify({ components: this.#components }, undefined, 2)}\n`,
    );
    await rename(temporary, this.#file);
  }
}
