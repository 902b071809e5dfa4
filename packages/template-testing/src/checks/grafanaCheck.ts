import fs from 'node:fs/promises';
import path from 'node:path';
import { stringify } from 'yaml';
import { lineOf, textOf, type TreeFile } from '../files/FileTree';
import { isInstalled, runProgram } from '../support/runProgram';
import type { Check, CheckContext, Finding } from './Check';
import { asArray, asObject, type YamlObject } from './readYaml';

const columns = 24;

/** Dashboards of Grafana. */
export const grafanaCheck: Check = {
  name: 'grafana',
  how: 'promtool for the queries; structure: title, panels with an id, a type and a place, variables declared',
  picks: tree =>
    tree.matching('**/*.json').filter(file => {
      const dashboard = readDashboard(file);
      return (
        Array.isArray(dashboard.panels) && dashboard.schemaVersion !== undefined
      );
    }),
  async run(files, context) {
    const findings = await Promise.all(
      files.map(async file => [
        ...checkStructure(file),
        ...(await checkQueries(file, context)),
      ]),
    );
    return findings.flat();
  },
  missing: async () =>
    (await isInstalled('promtool'))
      ? undefined
      : 'promtool is missing: install Prometheus (Debian or Ubuntu: apt-get install prometheus)',
};

function readDashboard(file: TreeFile): YamlObject {
  try {
    return asObject(JSON.parse(textOf(file) ?? ''));
  } catch {
    // The check of JSON says what is wrong.
    return {};
  }
}

function panelsOf(dashboard: YamlObject): YamlObject[] {
  return asArray(dashboard.panels)
    .map(asObject)
    .flatMap(panel => [panel, ...panelsOf(panel)]);
}

function checkStructure(file: TreeFile): Finding[] {
  const text = textOf(file) ?? '';
  const dashboard = readDashboard(file);
  const panels = panelsOf(dashboard);
  const findings: Finding[] = [];
  const report = (rule: string, message: string, near = '') =>
    findings.push({
      file: file.path,
      line: near ? lineOf(text, near) : undefined,
      message,
      rule: `grafana/${rule}`,
    });
  if (!dashboard.title) {
    report('title', 'the dashboard has no title');
  }
  const ids = panels.map(({ id }) => id).filter(id => id !== undefined);
  for (const id of ids.filter((one, index) => ids.indexOf(one) !== index)) {
    report('panel-id', `two panels have the id ${id}`, `"id": ${id}`);
  }
  for (const panel of panels) {
    const { title, type, gridPos } = panel;
    const { x, y, w, h } = asObject(gridPos);
    const near = `"${title}"`;
    if (!type) {
      report('panel-type', `panel '${title}' has no type`, near);
    }
    if (![x, y, w, h].every(Number.isInteger)) {
      report(
        'panel-place',
        `panel '${title}' has no gridPos of x, y, w and h`,
        near,
      );
    } else if (Number(x) + Number(w) > columns) {
      report(
        'panel-place',
        `panel '${title}' is wider than the ${columns} columns of a dashboard`,
        near,
      );
    }
    if (!title && type !== 'row' && type !== 'text') {
      report('panel-title', `a panel of type ${type} has no title`);
    }
  }
  const declared = new Set(
    asArray(asObject(dashboard.templating).list).map(
      variable => asObject(variable).name,
    ),
  );
  const used = JSON.stringify(dashboard.panels).matchAll(
    /\$(?:\{(\w+)(?::\w+)?\}|([a-z]\w*))/g,
  );
  for (const [, braced, plain] of used) {
    const name = braced ?? plain;
    // Grafana's own begin with two underscores.
    if (!name.startsWith('__') && !declared.has(name)) {
      report(
        'variable',
        `uses the variable $${name}, which 'templating' does not declare`,
        `$${name}`,
      );
    }
  }
  return findings;
}

// Prometheus parses the queries: as rules, because promtool reads no single query.
async function checkQueries(
  file: TreeFile,
  { folder }: CheckContext,
): Promise<Finding[]> {
  const queries = panelsOf(readDashboard(file)).flatMap(panel =>
    asArray(panel.targets)
      .map(target => asObject(target).expr)
      .filter((expr): expr is string => typeof expr === 'string')
      .map(expr => ({ expr, panel: String(panel.title) })),
  );
  if (!queries.length) {
    return [];
  }
  const target = path.join(folder, `${file.path}.queries.yaml`);
  const rules = queries.map(({ expr }, index) => ({
    record: `query_${index}`,
    expr: withoutVariables(expr),
  }));
  await fs.writeFile(target, stringify({ groups: [{ name: 'q', rules }] }));
  const { code, output } = await runProgram('promtool', [
    'check',
    'rules',
    target,
  ]);
  if (code === 0) {
    return [];
  }
  const broken = [
    ...output.matchAll(/"query_(\d+)"[^\n]*?: (could not parse[^\n]*)/g),
  ];
  return broken.length
    ? broken.map(([, index, message]) => ({
        file: file.path,
        line: lineOf(textOf(file) ?? '', `"${queries[Number(index)].panel}"`),
        message: `panel '${queries[Number(index)].panel}': ${message}`,
        rule: 'promtool/query',
      }))
    : [{ file: file.path, message: output.trim(), rule: 'promtool/query' }];
}

function withoutVariables(expr: string): string {
  return expr
    .replace(/\$\{?__(rate_interval|interval|range)(_s|_ms)?\}?/g, '5m')
    .replace(/\[\$\{?\w+(:\w+)?\}?\]/g, '[5m]')
    .replace(/\$\{?\w+(:\w+)?\}?/g, 'value');
}
