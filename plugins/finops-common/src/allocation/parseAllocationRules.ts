import { InputError } from '@backstage/errors';
import { addAmounts, compareAmounts, isAmount } from '@portal/amounts';
import type { AllocationRules } from './AllocationRules';

const matchKeys = [
  'resourceId',
  'resourceName',
  'resourceType',
  'subAccount',
  'billingAccount',
  'provider',
  'serviceName',
  'serviceCategory',
  'chargeCategory',
  'chargeDescription',
  'commitmentStatus',
];
const ruleKeys = [
  'id',
  'title',
  'from',
  'to',
  'match',
  'entity',
  'values',
  'environment',
  'shared',
  'idle',
];
const splitKeys = [
  'by',
  'among',
  'ofProvider',
  'ofEnvironment',
  'percentages',
  'metric',
];
const month = /^\d{4}-(?:0[1-9]|1[0-2])$/;
const ruleId = /^[a-z0-9][a-z0-9-]{0,79}$/;
const mostRules = 2_000;
const shownProblems = 20;

/**
 * Checks rules as they were written, in YAML or JSON.
 *
 * @throws InputError that names every place that is wrong, what was found there and what is expected.
 * @public
 */
export function parseAllocationRules(value: unknown): AllocationRules {
  const problems: string[] = [];
  checkRules(value, (path, problem) =>
    problems.push(`${path || 'the rules'}: ${problem}`),
  );
  if (problems.length > 0) {
    const more = problems.length - shownProblems;
    throw new InputError(
      `The allocation rules can't be used. ${problems
        .slice(0, shownProblems)
        .join('; ')}${more > 0 ? `; and ${more} more` : ''}`,
    );
  }
  return value as AllocationRules;
}

type Report = (path: string, problem: string) => void;

function checkRules(value: unknown, report: Report): void {
  if (!isObject(value)) {
    report('', `found ${show(value)}, expected an object with the key "rules"`);
    return;
  }
  checkKeys(
    value,
    ['tagSynonyms', 'environments', 'first', 'matchNames', 'rules'],
    '',
    report,
  );
  checkRecord(value.tagSynonyms, 'tagSynonyms', report, (each, path) =>
    checkTexts(each, path, report),
  );
  checkRecord(value.environments, 'environments', report, (each, path) => {
    if (!isObject(each)) {
      report(path, `found ${show(each)}, expected "tags" and "subAccounts"`);
      return;
    }
    checkKeys(each, ['tags', 'subAccounts'], path, report);
    for (const key of ['tags', 'subAccounts']) {
      if (each[key] !== undefined) {
        checkTexts(each[key], `${path}.${key}`, report);
      }
    }
  });
  if (
    value.first !== undefined &&
    value.first !== 'rules' &&
    value.first !== 'annotations'
  ) {
    report(
      'first',
      `found ${show(value.first)}, expected "rules" or "annotations"`,
    );
  }
  checkBoolean(value.matchNames, 'matchNames', report);
  if (!Array.isArray(value.rules)) {
    report(
      'rules',
      `found ${show(value.rules)}, expected a list; it may be empty`,
    );
    return;
  }
  if (value.rules.length > mostRules) {
    report(
      'rules',
      `found ${value.rules.length} rules, at most ${mostRules} are taken; let tags or annotations name entities instead`,
    );
    return;
  }
  const ids = new Set<string>();
  for (const [index, rule] of value.rules.entries()) {
    checkRule(rule, `rules[${index}]`, ids, report);
  }
}

function checkRule(
  rule: unknown,
  path: string,
  ids: Set<string>,
  report: Report,
): void {
  if (!isObject(rule)) {
    report(
      path,
      `found ${show(rule)}, expected a rule with id, title and match`,
    );
    return;
  }
  checkKeys(rule, ruleKeys, path, report);
  if (typeof rule.id !== 'string' || !ruleId.test(rule.id)) {
    report(
      `${path}.id`,
      `found ${show(rule.id)}, expected small letters, digits and dashes`,
    );
  } else if (ids.has(rule.id)) {
    report(
      `${path}.id`,
      `${show(rule.id)} is there twice; give each rule an id of its own`,
    );
  } else {
    ids.add(rule.id);
  }
  if (typeof rule.title !== 'string' || rule.title.trim() === '') {
    report(
      `${path}.title`,
      `found ${show(rule.title)}, expected a few words for people`,
    );
  }
  for (const key of ['from', 'to']) {
    const bound = rule[key];
    if (
      bound !== undefined &&
      (typeof bound !== 'string' || !month.test(bound))
    ) {
      report(
        `${path}.${key}`,
        `found ${show(bound)}, expected a month such as "2026-11", in quotes`,
      );
    }
  }
  if (
    typeof rule.from === 'string' &&
    typeof rule.to === 'string' &&
    rule.to <= rule.from
  ) {
    report(
      `${path}.to`,
      `found ${show(rule.to)}, expected a month after ${show(rule.from)}`,
    );
  }
  checkMatch(rule.match, `${path}.match`, report);
  const targets = ['entity', 'shared', 'idle'].filter(
    key => rule[key] !== undefined,
  );
  if (targets.length !== 1) {
    report(
      path,
      `found ${
        targets.join(' and ') || 'no target'
      }, expected exactly one of entity, shared and idle`,
    );
  }
  checkText(rule.entity, `${path}.entity`, report);
  checkText(rule.environment, `${path}.environment`, report);
  for (const key of ['entity', 'environment']) {
    const text = rule[key];
    if (
      typeof text === 'string' &&
      /[{}]/.test(text.replace(/\{tag:[^{}]+\}/g, ''))
    ) {
      report(
        `${path}.${key}`,
        `found ${show(text)}, expected placeholders such as {tag:application}`,
      );
    }
  }
  checkRecord(rule.values, `${path}.values`, report, (each, at) =>
    checkText(each, at, report, true),
  );
  if (rule.idle !== undefined && rule.idle !== true) {
    report(`${path}.idle`, `found ${show(rule.idle)}, expected true`);
  }
  if (rule.shared !== undefined) {
    checkSplit(rule.shared, `${path}.shared`, report);
  }
}

function checkMatch(match: unknown, path: string, report: Report): void {
  if (!isObject(match) || Object.keys(match).length === 0) {
    report(
      path,
      `found ${show(
        match,
      )}, expected at least one condition, such as provider: '*'`,
    );
    return;
  }
  checkKeys(match, [...matchKeys, 'tags', 'untagged'], path, report);
  for (const key of matchKeys) {
    if (match[key] !== undefined) {
      checkTexts(match[key], `${path}.${key}`, report);
    }
  }
  checkRecord(match.tags, `${path}.tags`, report, (each, at) =>
    checkTexts(each, at, report),
  );
  checkBoolean(match.untagged, `${path}.untagged`, report);
}

function checkSplit(split: unknown, path: string, report: Report): void {
  if (!isObject(split)) {
    report(path, `found ${show(split)}, expected an object with "by"`);
    return;
  }
  checkKeys(split, splitKeys, path, report);
  if (!['even', 'proportional', 'fixed', 'metric'].includes(String(split.by))) {
    report(
      `${path}.by`,
      `found ${show(split.by)}, expected even, proportional, fixed or metric`,
    );
  }
  for (const key of ['among', 'ofProvider', 'ofEnvironment']) {
    if (split[key] !== undefined) {
      checkTexts(split[key], `${path}.${key}`, report);
    }
  }
  if (split.among !== undefined && !Array.isArray(split.among)) {
    report(
      `${path}.among`,
      `found ${show(split.among)}, expected a list of entity references`,
    );
  }
  if ((split.by === 'metric') !== (split.metric !== undefined)) {
    report(
      `${path}.metric`,
      `found ${show(
        split.metric,
      )}, expected the id of a metric with "by: metric", and only then`,
    );
  }
  checkText(split.metric, `${path}.metric`, report);
  if ((split.by === 'fixed') !== (split.percentages !== undefined)) {
    report(
      `${path}.percentages`,
      'expected percentages by entity reference with "by: fixed", and only then',
    );
  } else if (split.percentages !== undefined) {
    checkPercentages(split.percentages, `${path}.percentages`, report);
  }
}

function checkPercentages(
  percentages: unknown,
  path: string,
  report: Report,
): void {
  if (!isObject(percentages)) {
    report(
      path,
      `found ${show(percentages)}, expected percentages by entity reference`,
    );
    return;
  }
  const list = Object.entries(percentages);
  const wrong = list.filter(
    ([, each]) =>
      typeof each !== 'string' ||
      !isAmount(each) ||
      compareAmounts(each, '0') < 0,
  );
  for (const [ref, each] of wrong) {
    report(
      `${path}.${ref}`,
      `found ${show(each)}, expected a percentage in quotes, such as '62.5'`,
    );
  }
  const sum =
    wrong.length === 0
      ? addAmounts(list.map(([, each]) => String(each)))
      : '100';
  if (compareAmounts(sum, '100') !== 0) {
    report(
      path,
      `the percentages add to ${sum}, expected 100; a remainder would belong to nobody`,
    );
  }
}

function checkKeys(
  value: Record<string, unknown>,
  known: string[],
  path: string,
  report: Report,
): void {
  for (const key of Object.keys(value)) {
    if (!known.includes(key)) {
      report(
        path ? `${path}.${key}` : key,
        `there is no such key; known are ${known.join(', ')}`,
      );
    }
  }
}

function checkRecord(
  value: unknown,
  path: string,
  report: Report,
  check: (each: unknown, path: string) => void,
): void {
  if (value === undefined) {
    return;
  }
  if (!isObject(value)) {
    report(path, `found ${show(value)}, expected an object`);
    return;
  }
  for (const [key, each] of Object.entries(value)) {
    check(each, `${path}.${key}`);
  }
}

function checkTexts(value: unknown, path: string, report: Report): void {
  const texts = Array.isArray(value) ? value : [value];
  if (
    texts.length === 0 ||
    !texts.every(text => typeof text === 'string' && text.trim() !== '')
  ) {
    report(
      path,
      `found ${show(
        value,
      )}, expected text or a list of texts; numbers need quotes`,
    );
  }
}

function checkText(
  value: unknown,
  path: string,
  report: Report,
  required = false,
): void {
  if (
    (required || value !== undefined) &&
    (typeof value !== 'string' || value.trim() === '')
  ) {
    report(path, `found ${show(value)}, expected text`);
  }
}

function checkBoolean(value: unknown, path: string, report: Report): void {
  if (value !== undefined && typeof value !== 'boolean') {
    report(path, `found ${show(value)}, expected true or false`);
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function show(value: unknown): string {
  return value === undefined
    ? 'nothing'
    : JSON.stringify(value)?.slice(0, 80) ?? typeof value;
}
