import { isAmount, type CarbonFactor } from '@portal/plugin-finops-common';
import { z } from 'zod';

const text = z.string().trim().min(1).max(300);
const kg = z
  .union([z.string(), z.number()])
  .transform(value => String(value).trim())
  .refine(
    value => isAmount(value) && Number(value) >= 0 && Number(value) < 1e9,
    'expected kg of CO2 equivalents, 0 or above, such as 0.042',
  );

const fields = {
  provider: text.optional(),
  serviceCategory: text.optional(),
  serviceName: text.optional(),
  region: text.optional(),
  skuId: text.optional(),
  unit: text.optional(),
  kgPerUnit: kg.optional(),
  kgPerCost: kg.optional(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'expected a currency such as EUR')
    .optional(),
  source: text.optional(),
};

/** A factor as a file has it; where it names no source, that of the file counts. */
const factorSchema = z.strictObject(fields);

/** A file of factors. */
export const carbonFileSchema = z
  .strictObject({
    source: text.optional(),
    factors: z.array(factorSchema).max(10_000),
  })
  .transform((file, context): CarbonFactor[] =>
    file.factors.flatMap((factor, index): CarbonFactor[] => {
      const wrong = (message: string) => {
        context.addIssue({
          code: 'custom',
          path: ['factors', index],
          message,
        });
        return [];
      };
      const { unit, kgPerUnit, kgPerCost, currency, ...about } = factor;
      const source = factor.source ?? file.source;
      if (source === undefined) {
        return wrong(
          'found no source; say where the figure is from, here or for the whole file',
        );
      }
      if (kgPerUnit !== undefined && kgPerCost === undefined) {
        return unit === undefined
          ? wrong(
              'found kgPerUnit without a unit; name it as ConsumedUnit or PricingUnit of the files have it',
            )
          : [{ ...about, source, unit, kgPerUnit }];
      }
      if (kgPerCost !== undefined && kgPerUnit === undefined) {
        return currency === undefined
          ? wrong('found kgPerCost without a currency; name it, such as EUR')
          : [{ ...about, source, currency, kgPerCost }];
      }
      return wrong('expected either kgPerUnit or kgPerCost');
    }),
  );
