import { InputError } from '@backstage/errors';
import type { CheckSettings, StatusRange } from './CheckSettings';
import { allow, type CheckOptions } from './CheckOptions';
import { parseKubernetes } from './parseKubernetes';
import { parseAlertmanager, parsePrometheus } from './parseMonitoring';
import { shorten } from './shorten';

const defaultDays = 21;

/** Reads what is watched, and what is expected of it. Fails with InputError that says what to write instead. */
export function parseTarget(
  target: string,
  options: CheckOptions,
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
        contains: options.get('contains'),
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
    case 'prometheus:':
      return parsePrometheus(url.pathname, options);
    case 'alertmanager:':
      return parseAlertmanager(url.pathname, options);
    case 'kubernetes:':
      // With what follows ? and #, which is refused.
      return parseKubernetes(url.href.slice(url.protocol.length), options);
    default:
      throw new InputError(
        'the target is none of https://, http://, tcp://host:port, tls://host:port, prometheus:name, alertmanager:name, kubernetes:cluster/namespace/deployment/name, self',
      );
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
