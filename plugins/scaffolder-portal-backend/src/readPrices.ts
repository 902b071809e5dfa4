import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  environmentSizes,
  isAmount,
  type EnvironmentSize,
  type PriceList,
  type PriceRate,
  type SizeMeaning,
} from '@portal/plugin-scaffolder-portal-common';

const root = 'scaffolderPortal.prices';

/** The price list of the configuration; undefined where there is none. Fails where it could not be calculated with. */
export function readPrices(config: Config): PriceList | undefined {
  const prices = config.getOptionalConfig(root);
  if (!prices) {
    return undefined;
  }
  const currency = prices.getString('currency');
  if (!/^[A-Z]{3}$/.test(currency)) {
    throw new InputError(
      `${root}.currency: found '${currency}', expected three capital letters, such as EUR`,
    );
  }
  const date = prices.getString('date');
  if (!/^\d{4}-\d\d-\d\d$/.test(date) || Number.isNaN(Date.parse(date))) {
    throw new InputError(
      `${root}.date: found '${date}', expected a day such as '2026-11-01', in quotes`,
    );
  }
  return {
    currency,
    date,
    source: prices.getString('source'),
    sizes: Object.fromEntries(
      environmentSizes.map(size => [
        size,
        readSize(prices.getConfig(`sizes.${size}`), size),
      ]),
    ) as Record<EnvironmentSize, SizeMeaning>,
    rates: prices.getConfigArray('rates').map(readRate),
  };
}

function readSize(config: Config, size: EnvironmentSize): SizeMeaning {
  const instances = config.getNumber('instances');
  if (!Number.isSafeInteger(instances) || instances < 0) {
    throw new InputError(
      `${root}.sizes.${size}.instances: found ${instances}, expected a whole number from 0`,
    );
  }
  return {
    vcpu: readAmount(config, 'vcpu', `sizes.${size}`),
    memoryGib: readAmount(config, 'memoryGib', `sizes.${size}`),
    instances,
  };
}

function readRate(config: Config, index: number): PriceRate {
  const where = `rates[${index}]`;
  const environment = config.getOptionalString('environment');
  const production = config.getOptionalBoolean('production');
  return {
    ...(environment !== undefined && { environment }),
    ...(production !== undefined && { production }),
    vcpuMonth: readAmount(config, 'vcpuMonth', where),
    memoryGibMonth: readAmount(config, 'memoryGibMonth', where),
    fixedMonth: readAmount(config, 'fixedMonth', where, '0'),
  };
}

function readAmount(
  config: Config,
  key: string,
  where: string,
  fallback?: string,
): string {
  // Without quotes YAML makes a number of it.
  const text = String(config.getOptional(key) ?? fallback);
  if (!isAmount(text)) {
    throw new InputError(
      `${root}.${where}.${key}: found '${text}', expected an amount such as '12.50'`,
    );
  }
  return text;
}
