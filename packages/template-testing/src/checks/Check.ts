import type { FileTree, TreeFile } from '../files/FileTree';

/** Something wrong in what a template made. */
export interface Finding {
  file: string;
  line?: number;
  message: string;
  /** What the message belongs to: a rule of the tool or of ours. */
  rule: string;
}

/** What a check may use besides the files that it picked. */
export interface CheckContext {
  /** All files of the run. */
  tree: FileTree;
  /** The same files on disk. A check may add files, and must not count on those of another. */
  folder: string;
  /** Kept between runs: installed dependencies and the like. */
  cacheFolder: string;
  /** A real PostgreSQL, where a check may create databases of its own. */
  postgresUrl?: string;
  /** The texts that were typed into the form. */
  inputs?: string[];
  /** The name that the template was given, so that runs that differ in it only can share an expensive result. */
  name?: string;
}

/** One kind of check, over all files that it picks. */
export interface Check {
  /** As `expect.checks` names it. */
  name: string;
  /** The real tool, or `structure: ` and what is checked. */
  how: string;
  picks(tree: FileTree): TreeFile[];
  run(files: TreeFile[], context: CheckContext): Promise<Finding[]>;
  /** What to install, where the tool is missing here. */
  missing?(): Promise<string | undefined>;
}
