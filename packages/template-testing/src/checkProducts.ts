import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { allChecks } from './checks';
import type { Finding } from './checks/Check';
import { type CheckOutcome, runChecks } from './checks/runChecks';
import { Engine } from './engine/Engine';
import { FileTree } from './files/FileTree';
import { missingTools } from './judgeRun';
import {
  describeChecks,
  describeFinding,
  describeProduct,
} from './report/describeReport';
import type { TemplateTestOptions } from './runTemplateTests';

const KNOWN_WITHIN_MS = 20_000;

/** What to check, and with what. */
export interface ProductCheckOptions
  extends Omit<TemplateTestOptions, 'only' | 'update'> {
  /** Folders that hold what templates made, such as clones; the name of each is the name that was filled in. */
  folders: string[];
}

/** What was found in one folder. */
export interface ProductReport {
  name: string;
  seconds: number;
  findings: Finding[];
  outcomes: CheckOutcome[];
}

/** Checks what templates made elsewhere, such as clones of repositories, as the tests of templates check what they make. */
export async function checkProducts(
  options: ProductCheckOptions,
): Promise<{ passed: number; failed: number; reports: ProductReport[] }> {
  const { folders, print, templatesFolder } = options;
  const scratch = await fs.mkdtemp(path.join(os.tmpdir(), 'product-checks-'));
  const engine = await Engine.start({
    ...options,
    folder: path.join(scratch, 'engine'),
    partsFolder: path.join(templatesFolder, 'parts'),
    templateFiles: [],
  });
  try {
    const checks = allChecks({
      validateEntity: (...asked) => engine.client.validateEntity(...asked),
      // The catalog may still be reading its file.
      entity: ref => engine.client.waitForEntity(ref, KNOWN_WITHIN_MS),
    });
    await engine.awaitCatalog([]);
    const reports: ProductReport[] = [];
    for (const folder of folders) {
      const startedAt = Date.now();
      const name = path.basename(folder);
      const tree = await readProduct(folder);
      const written = path.join(scratch, 'made', name);
      await tree.writeTo(written);
      const outcomes = await runChecks(checks, {
        tree,
        folder: written,
        name,
        cacheFolder: options.cacheFolder,
        postgresUrl: options.databaseUrl,
      });
      const report = {
        name,
        seconds: (Date.now() - startedAt) / 1000,
        outcomes,
        findings: [
          ...outcomes.flatMap(({ findings }) => findings),
          ...missingTools(outcomes, options.isStrict),
        ],
      };
      reports.push(report);
      print(describeProduct(report));
      report.findings.forEach(finding => print(describeFinding(finding)));
    }
    print(`\n${describeChecks(reports)}`);
    const failed = reports.filter(({ findings }) => findings.length).length;
    return { reports, passed: reports.length - failed, failed };
  } finally {
    await engine.stop();
    await fs.rm(scratch, { recursive: true, force: true });
  }
}

/** The files of a folder but for Git's own. Fails where there are none, as nothing would be checked. */
async function readProduct(folder: string): Promise<FileTree> {
  const { files } = await FileTree.read(folder);
  const made = files.filter(file => !file.path.startsWith('.git/'));
  if (made.length === 0) {
    throw new Error(
      `${folder} holds no files to check; name a folder that a template made, such as a clone`,
    );
  }
  return FileTree.create(made);
}
