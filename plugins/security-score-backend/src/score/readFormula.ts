import { createHash } from 'node:crypto';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  defaultFormula,
  type FormulaSettings,
  type Severity,
} from '@portal/plugin-security-score-common';

/**
 * The formula with the numbers of `securityScore.score`. Other numbers make another version: `1` is followed by what they come to.
 *
 * @param slaDays - days by severity, of `securityScore.sla`
 */
export function readFormula(
  root: Config,
  slaDays: Partial<Record<Severity, number>>,
): FormulaSettings {
  const config = root.getOptionalConfig('securityScore.score');
  const settings: FormulaSettings = {
    ...defaultFormula,
    severityPoints: {
      ...defaultFormula.severityPoints,
      ...readNumbers(config, 'severityPoints', defaultFormula.severityPoints),
    },
    weights: {
      ...defaultFormula.weights,
      ...readNumbers(config, 'weights', defaultFormula.weights),
    },
    halfLifeRisk:
      readPositive(config, 'halfLifeRisk') ?? defaultFormula.halfLifeRisk,
    slaDays: Object.fromEntries(
      Object.keys(defaultFormula.slaDays).map(severity => [
        severity,
        slaDays[severity as Severity] ?? null,
      ]),
    ),
  };
  const sum = Object.values(settings.weights).reduce(
    (added, weight) => added + weight,
    0,
  );
  if (sum <= 0) {
    throw new InputError(
      'securityScore.score.weights: every weight is 0, expected at least one above it',
    );
  }
  return { ...settings, version: versionOf(settings) };
}

function readNumbers(
  config: Config | undefined,
  key: string,
  known: Record<string, number>,
): Record<string, number> {
  const found = config?.getOptionalConfig(key);
  return Object.fromEntries(
    (found?.keys() ?? []).map(name => {
      const number = found?.getNumber(name) ?? 0;
      const where = `securityScore.score.${key}.${name}`;
      if (!Object.hasOwn(known, name)) {
        throw new InputError(
          `${where}: there is no "${name}", expected one of ${Object.keys(
            known,
          ).join(', ')}`,
        );
      }
      if (number < 0) {
        throw new InputError(`${where}: found ${number}, expected 0 or more`);
      }
      return [name, number];
    }),
  );
}

function readPositive(config: Config | undefined, key: string) {
  const number = config?.getOptionalNumber(key);
  if (number !== undefined && number <= 0) {
    throw new InputError(
      `securityScore.score.${key}: found ${number}, expected more than 0`,
    );
  }
  return number;
}

function versionOf(settings: FormulaSettings): string {
  const { version } = defaultFormula;
  const numbers = JSON.stringify({ ...settings, version });
  return numbers === JSON.stringify(defaultFormula)
    ? version
    : `${version}-${createHash('sha256')
        .update(numbers)
        .digest('hex')
        .slice(0, 6)}`;
}
