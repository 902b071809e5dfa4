import { InputError } from '@backstage/errors';
import type {
  CheckSettings,
  DeclaredCheck,
  StatusRange,
} from './CheckSettings';

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
const defaultDays = 21;
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
 * Targets: `https://host/path`, `tcp://host:port`, `tls://host:port`, `self`. Options: `status=200-299,404`, `contains=text`
 * (spaces as `%20`), `within=800ms`, `days=21`.
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
  return { environment, name: target.split('?')[0], settings };
}

function parseOptions(words: readonly string[]): Map<string, string> {
  const options = new Map<string, string>();
  for (const word of words) {
    const [, name, value] = /^([a-z]+)=(.+)$/.exec(word) ?? [];
    if (!name) {
      throw new InputError(
        `"${shorten(word)}" is no option; write option=value`,
      );
    }
    if (options.has(name)) {
      throw new InputError(`the option ${name} is there twice`);
    }
    options.set(name, value);
  }
  return options;
}

function parseTarget(
  target: string,
  options: Map<string, string>,
): CheckSettings {
  if (target === 'self') {
    allow(options, []);
    return { kind: 'self' };
  }
  const url = URL.canParse(target) ? new URL(target) : undefined;
  if (url?.username || url?.password) {
    throw new InputError(
      'the address has a user or a password; annotations are no place for secrets',
    );
  }
  switch (url?.protocol) {
    case 'http:':
    case 'https:':
      allow(options, ['status', 'contains', 'within']);
      url.hash = '';
      return {
        kind: 'http',
        url: url.href,
        status: parseStatus(options.get('status') ?? '200-399'),
        contains: decode(options.get('contains')),
        within: parseWithin(options.get('within')),
      };
    case 'tcp:':
      allow(options, ['within']);
      return {
        kind: 'tcp',
        ...hostOf(url),
        within: parseWithin(options.get('within')),
      };
    case 'tls:':
      allow(options, ['days']);
      return {
        kind: 'tls',
        ...hostOf(url, 443),
        days: parseDays(options.get('days')),
      };
    default:
      throw new InputError(
        'the target is none of https://, http://, tcp://host:port, tls://host:port, self',
      );
  }
}

function allow(options: Map<string, string>, names: string[]): void {
  for (const name of options.keys()) {
    if (!names.includes(name)) {
      throw new InputError(
        `the option ${name} is not known here; known are: ${
          names.join(', ') || 'none'
        }`,
      );
    }
  }
}

function hostOf(url: URL, defaultPort?: number) {
  const port = url.port ? Number(url.port) : defaultPort;
  const host = url.hostname.replace(/^\[|\]$/g, '').toLowerCase();
  if (!host || !port || !/^\/?$/.test(url.pathname)) {
    throw new InputError(
      `write ${url.protocol}//host:port and nothing behind it`,
    );
  }
  return { host, port };
}

function parseStatus(text: string): StatusRange[] {
  return text.split(',').map(part => {
    const [, from, to] = /^([1-5]\d\d)(?:-([1-5]\d\d))?$/.exec(part) ?? [];
    const range = { from: Number(from), to: Number(to ?? from) };
    if (!from || range.to < range.from) {
      throw new InputError(
        `status: found "${shorten(text)}", expected such as 200-299,404`,
      );
    }
    return range;
  });
}

function parseWithin(text: string | undefined): number | undefined {
  if (text === undefined) {
    return undefined;
  }
  const [, number, unit] = /^(\d{1,6}(?:\.\d+)?)(ms|s)$/.exec(text) ?? [];
  const milliseconds = Number(number) * (unit === 's' ? 1000 : 1);
  if (!(milliseconds > 0)) {
    throw new InputError(
      `within: found "${shorten(text)}", expected such as 800ms or 2s`,
    );
  }
  return milliseconds;
}

function parseDays(text: string | undefined): number {
  const days = text === undefined ? defaultDays : Number(text);
  if (!Number.isInteger(days) || days < 1 || days > 365) {
    throw new InputError(
      `days: found "${shorten(text ?? '')}", expected a number from 1 to 365`,
    );
  }
  return days;
}

function decode(text: string | undefined): string | undefined {
  try {
    return text === undefined ? undefined : decodeURIComponent(text);
  } catch {
    throw new InputError(
      'contains: a % must be followed by two hexadecimal digits; write %25 for the sign itself',
    );
  }
}

function shorten(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
