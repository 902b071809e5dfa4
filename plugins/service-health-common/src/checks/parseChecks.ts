import { InputError } from '@backstage/errors';
import { parseOptions } from './CheckOptions';
import type { CheckSettings, DeclaredCheck } from './CheckSettings';
import { parseTarget } from './parseTarget';
import { shorten } from './shorten';

/**
 * Names what is probed, environment by environment.
 *
 * @public
 */
export const healthChecksAnnotation = 'portal/health-checks';

/**
 * The objective of availability in percent, such as `99.9`.
 *
 * @public
 */
export const healthObjectiveAnnotation = 'portal/health-objective';

const maxChecks = 50;
const maxLength = 10_000;
const environmentPattern = /^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/;

/**
 * What an annotation declares. Its good entries count although others are wrong.
 *
 * @public
 */
export type ParsedChecks = {
  checks: DeclaredCheck[];
  /** What is wrong, where, and what to write instead. */
  problems: string[];
};

/**
 * Reads the annotation {@link healthChecksAnnotation}: entries separated by semicolons or line ends, each
 * `ENVIRONMENT=target option=value ...`.
 *
 * @remarks
 *
 * Targets: `https://host/path`, `tcp://host:port`, `tls://host:port`, `prometheus:name`, `alertmanager:name`,
 * `kubernetes:cluster/namespace/deployment/name`, `self`. Options (spaces as `%20`): `status=200-299,404`, `contains=text`,
 * `within=800ms`, `days=21`, `query=up`, `min=1`, `max=5`, `warnmin=1`, `warnmax=5`, `none=up`, `filter=service="shop"`,
 * `zero=down`.
 *
 * @public
 */
export function parseChecks(text: string): ParsedChecks {
  const checks = new Map<string, DeclaredCheck>();
  const problems: string[] = [];
  if (text.length > maxLength) {
    return {
      checks: [],
      problems: [
        `The annotation has ${text.length} characters; at most ${maxLength} are read`,
      ],
    };
  }
  const entries = text
    .split(/[;\n]/)
    .map(entry => entry.trim())
    .filter(Boolean);
  for (const [index, entry] of entries.entries()) {
    try {
      const check = parseEntry(entry);
      const key = `${check.environment.toLowerCase()} ${check.name}`;
      if (checks.has(key)) {
        throw new InputError('it is there twice; remove one');
      }
      if (checks.size === maxChecks) {
        throw new InputError(`only ${maxChecks} checks are read`);
      }
      checks.set(key, check);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      problems.push(`Entry ${index + 1} ("${shorten(entry)}"): ${reason}`);
    }
  }
  if (entries.length === 0) {
    problems.push(
      'The annotation is empty; write for example PROD1=https://shop.example.com/health',
    );
  }
  return { checks: [...checks.values()], problems };
}

/**
 * Reads the annotation {@link healthObjectiveAnnotation}, as a number between 0 and 1.
 *
 * @public
 */
export function parseObjective(text: string): number {
  const percent = /^\d{1,3}(\.\d{1,6})?\s*%?$/.test(text.trim())
    ? Number.parseFloat(text)
    : Number.NaN;
  if (!(percent > 0 && percent <= 100)) {
    throw new InputError(
      `${healthObjectiveAnnotation}: found "${shorten(
        text,
      )}", expected a percentage such as 99.9`,
    );
  }
  return percent / 100;
}

function parseEntry(entry: string): DeclaredCheck {
  const [first, ...options] = entry.split(/\s+/);
  const equals = first.indexOf('=');
  const environment = first.slice(0, Math.max(0, equals));
  if (!environmentPattern.test(environment)) {
    throw new InputError(
      'it does not begin with an environment; write for example PROD1=https://shop.example.com/health',
    );
  }
  const target = first.slice(equals + 1);
  const settings = parseTarget(target, parseOptions(options));
  return { environment, name: nameOf(target, settings), settings };
}

/** Unique in its environment; without what follows `?`, which changes more often than what is watched. */
function nameOf(target: string, settings: CheckSettings): string {
  switch (settings.kind) {
    case 'prometheus':
      return shorten(`${target} ${settings.query}`);
    case 'alertmanager':
      return shorten(`${target} ${settings.matchers.join(',')}`);
    default:
      return target.split('?')[0];
  }
}
