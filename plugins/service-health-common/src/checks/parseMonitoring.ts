import { InputError } from '@backstage/errors';
import type { CheckSettings } from './CheckSettings';
import { allow, type CheckOptions } from './CheckOptions';
import { shorten } from './shorten';

type PrometheusSettings = Extract<CheckSettings, { kind: 'prometheus' }>;
type AlertmanagerSettings = Extract<CheckSettings, { kind: 'alertmanager' }>;

const serverPattern = /^[A-Za-z0-9][A-Za-z0-9_-]{0,62}$/;
const matcherPattern = /^[A-Za-z_][A-Za-z0-9_]*(=~|!~|!=|=)"(\\.|[^"\\])*"$/;

/** Reads `prometheus:name query=... min=... max=... warnmin=... warnmax=... none=up|unknown|down`. */
export function parsePrometheus(
  server: string,
  options: CheckOptions,
): PrometheusSettings {
  allow(options, ['query', 'min', 'max', 'warnmin', 'warnmax', 'none']);
  const query = options.get('query');
  if (!query) {
    throw new InputError(
      'write the question too, such as prometheus:main query=up{job="shop"} min=1',
    );
  }
  const bounds = {
    min: number(options, 'min'),
    max: number(options, 'max'),
    warnMin: number(options, 'warnmin'),
    warnMax: number(options, 'warnmax'),
  };
  const hasBound = Object.values(bounds).some(bound => bound !== undefined);
  return {
    kind: 'prometheus',
    server: nameOf(server, 'prometheus'),
    query,
    // As `up` has it: 1 is good.
    ...(hasBound ? bounds : { min: 1 }),
    none: stateWithout(options.get('none') ?? 'unknown'),
  };
}

/** Reads `alertmanager:name filter=service="shop",environment="PROD1"`. */
export function parseAlertmanager(
  server: string,
  options: CheckOptions,
): AlertmanagerSettings {
  allow(options, ['filter']);
  // Commas within quotes belong to the value.
  const matchers =
    options.get('filter')?.match(/(?:[^,"]|"(?:\\.|[^"\\])*"?)+/g) ?? [];
  const wrong = matchers.find(matcher => !matcherPattern.test(matcher));
  if (wrong !== undefined || matchers.length === 0) {
    throw new InputError(
      `filter: found "${shorten(
        wrong ?? '',
      )}", expected matchers of labels such as service="shop",severity=~"critical|page"`,
    );
  }
  return {
    kind: 'alertmanager',
    server: nameOf(server, 'alertmanager'),
    matchers: [...matchers],
  };
}

function nameOf(server: string, kind: string): string {
  if (!serverPattern.test(server)) {
    throw new InputError(
      `write ${kind}:name, with a name of the list serviceHealth.${kind} in the portal's configuration`,
    );
  }
  return server;
}

function number(options: CheckOptions, name: string): number | undefined {
  const text = options.get(name);
  if (text === undefined) {
    return undefined;
  }
  const value = text.trim() === '' ? Number.NaN : Number(text);
  if (!Number.isFinite(value)) {
    throw new InputError(
      `${name}: found "${shorten(text)}", expected a number such as 0.99`,
    );
  }
  return value;
}

function stateWithout(text: string): PrometheusSettings['none'] {
  if (text !== 'up' && text !== 'unknown' && text !== 'down') {
    throw new InputError(
      `none: found "${shorten(text)}", expected up, unknown or down`,
    );
  }
  return text;
}
