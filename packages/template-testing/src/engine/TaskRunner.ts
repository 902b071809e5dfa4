import fs from 'node:fs/promises';
import path from 'node:path';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { runGit } from '@portal/git';
import type { TestCase } from '../cases/planCases';
import { FileTree } from '../files/FileTree';
import type { Engine } from './Engine';
import type { TaskEvent } from './EngineClient';
import type { RunResult, TemplateRunner } from './RunResult';

/** The action that publishes where a test may write. */
export const localPublishAction = 'portal:git:publish';

const TASK_LIMIT_MS = 120_000;
const CATALOG_LIMIT_MS = 30_000;

/**
 * Runs templates for real, as a person would from the browser, and reads what they made from the repository that they published.
 */
export class TaskRunner implements TemplateRunner {
  readonly description = 'real tasks';
  // Repositories and entities of one name would be in each other's way.
  private readonly busy = new Map<string, Promise<unknown>>();

  static create(engine: Engine): TaskRunner {
    return new TaskRunner(engine);
  }

  private constructor(private readonly engine: Engine) {}

  async run(testCase: TestCase): Promise<RunResult> {
    const name = String(testCase.values.name);
    const before = this.busy.get(name);
    const turn = (before ?? Promise.resolve()).then(() =>
      this.runAlone(testCase, name),
    );
    this.busy.set(
      name,
      turn.catch(() => {}),
    );
    return turn;
  }

  private async runAlone(
    { template, values }: TestCase,
    name: string,
  ): Promise<RunResult> {
    const { client } = this.engine;
    const templateRef = stringifyEntityRef(template.entity);
    const known = await client.waitForEntity(templateRef, CATALOG_LIMIT_MS);
    if (!known) {
      return {
        state: 'failed',
        message: `The catalog did not take ${template.file} in; ${this.engine.logFile} says why.`,
      };
    }
    const task = await client.createTask(templateRef, values);
    if ('refused' in task) {
      return { state: 'failed', message: task.refused };
    }
    const events = await client.taskEvents(task.id, TASK_LIMIT_MS);
    const end = events.find(event => event.type === 'completion');
    try {
      return end && succeeded(end)
        ? await this.readResult(name, end)
        : {
            state: 'failed',
            step: failedStep(events),
            message:
              end?.body.error?.message ??
              end?.body.message ??
              'The events of the task stopped before it ended.',
          };
    } finally {
      await this.cleanUp(name);
    }
  }

  private async readResult(name: string, end: TaskEvent): Promise<RunResult> {
    const folder = await fs.mkdtemp(path.join(this.engine.folder, 'checkout-'));
    try {
      await runGit({
        gitDir: this.gitDir(name),
        args: ['checkout', '--quiet', '--force', 'main', '--', '.'],
        workTree: folder,
        variables: { GIT_INDEX_FILE: `${folder}.index` },
        signal: AbortSignal.timeout(TASK_LIMIT_MS),
      });
      const output = end.body.output ?? {};
      return {
        state: 'made',
        tree: await FileTree.read(folder),
        output,
        problems: await this.awaitEntities(output),
      };
    } finally {
      await fs.rm(folder, { recursive: true, force: true });
      await fs.rm(`${folder}.index`, { force: true });
    }
  }

  /** What the links of the result promise must be in the catalog. */
  private async awaitEntities(
    output: Extract<RunResult, { state: 'made' }>['output'],
  ): Promise<string[]> {
    const links = Array.isArray(output.links) ? output.links : [];
    const refs = links.flatMap(link => {
      const ref = (link as { entityRef?: unknown } | null)?.entityRef;
      return typeof ref === 'string' ? [ref] : [];
    });
    const problems: string[] = [];
    for (const ref of new Set(refs)) {
      if (!(await this.engine.client.waitForEntity(ref, CATALOG_LIMIT_MS))) {
        problems.push(
          `The task links to ${ref}, which did not come into the catalog within ${
            CATALOG_LIMIT_MS / 1000
          } s; ${this.engine.logFile} says why.`,
        );
      }
    }
    return problems;
  }

  private gitDir(name: string): string {
    return path.join(this.engine.repositoriesFolder, `${name}.git`);
  }

  private async cleanUp(name: string): Promise<void> {
    await this.engine.client.removeLocations(`/repositories/${name}/`);
    await fs.rm(this.gitDir(name), { recursive: true, force: true });
  }
}

// The scaffolder says it in the message alone.
function succeeded(end: TaskEvent): boolean {
  return end.body.message.endsWith('status: completed');
}

function failedStep(events: TaskEvent[]): string | undefined {
  return events.find(event => event.body.status === 'failed')?.body.stepId;
}
