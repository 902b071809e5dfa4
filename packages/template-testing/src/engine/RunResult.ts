import type { JsonObject } from '@backstage/types';
import type { TestCase } from '../cases/planCases';
import type { FileTree } from '../files/FileTree';

/** What came of running a template. */
export type RunResult =
  | {
      state: 'made';
      tree: FileTree;
      output: JsonObject;
      /** What went wrong after the files were made: the catalog did not take them, for one. */
      problems: string[];
    }
  | {
      state: 'failed';
      /** The id of the step; none where the values were refused. */
      step?: string;
      message: string;
    };

/** A way of running a template. */
export interface TemplateRunner {
  /** For the report. */
  readonly description: string;
  run(testCase: TestCase): Promise<RunResult>;
}
