import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ConflictError, NotAllowedError } from '@backstage/errors';
import type { BasicPermission } from '@backstage/plugin-permission-common';
import { finopsAllocationManagePermission } from '@portal/plugin-finops-common';
import type { Router } from 'express';
import { z } from 'zod';
import {
  auditedRoute,
  nameOf,
  parseInput,
  type RouteOptions,
} from '@portal/backend-routes';
import { dayText, monthText } from '../steering/inputFields';
import type { AllocationReader } from './AllocationReader';
import type { Reallocation } from './Reallocation';
import { portalOrigin, type RuleStore } from './RuleStore';

/** What the routes need. */
export type AllocationRoutesOptions = RouteOptions & {
  access: {
    require(
      credentials: BackstageCredentials,
      permission: BasicPermission,
    ): Promise<void>;
    read(
      credentials: BackstageCredentials,
    ): Promise<{ visible: 'all' | 'own' }>;
  };
  reader: AllocationReader;
  reallocation: Reallocation;
  rules: RuleStore;
  /** Called when other rules are in force. */
  onChange: () => void;
};

const dryRunSchema = z.object({
  rules: z.unknown(),
  month: monthText,
  metric: z.enum(['BilledCost', 'EffectiveCost']).default('EffectiveCost'),
});
const putSchema = z.object({
  rules: z.unknown(),
  /** The version that was changed; where another is in force by now, nothing is. */
  basedOn: z.number().int().min(0).optional(),
});
const runSchema = z.object({ month: monthText });
const coverageSchema = z
  .object({ from: dayText, to: dayText })
  .refine(({ from, to }) => from < to, 'expected "from" to be before "to"');
const ruleSchema = z.object({
  version: z.coerce.number().int().min(0).max(2_147_483_647),
  ruleId: z.string().min(1).max(100),
});

/** The routes of the rules by which cost finds its owner. */
export function addAllocationRoutes(
  router: Router,
  options: AllocationRoutesOptions,
): void {
  const { access, reader, reallocation, rules, onChange } = options;

  router.get(
    '/v1/allocation/rules',
    auditedRoute(
      options,
      { eventId: 'allocation-read' },
      async (_, credentials) => {
        await access.read(credentials);
        return { body: await rules.current() };
      },
    ),
  );

  router.get(
    '/v1/allocation/rules/:version/:ruleId',
    auditedRoute(
      options,
      { eventId: 'allocation-read' },
      async (request, credentials) => {
        await access.read(credentials);
        const { version, ruleId } = parseInput(
          ruleSchema,
          request.params,
          'path',
        );
        return { body: await reader.rule(version, ruleId) };
      },
    ),
  );

  router.put(
    '/v1/allocation/rules',
    auditedRoute(
      options,
      { eventId: 'allocation-change', isChange: true },
      async (request, credentials) => {
        await access.require(credentials, finopsAllocationManagePermission);
        const input = parseInput(putSchema, request.body, 'body');
        const current = await rules.current();
        if (!current.editable) {
          throw new ConflictError(
            `The allocation rules are kept in ${current.origin}; change them there`,
          );
        }
        const changed = await rules.put(input.rules, {
          origin: portalOrigin,
          author: nameOf(credentials),
          basedOn: input.basedOn,
        });
        if (changed.version !== current.version) {
          onChange();
        }
        return { body: changed };
      },
    ),
  );

  router.post(
    '/v1/allocation/dry-run',
    auditedRoute(
      options,
      { eventId: 'allocation-dry-run' },
      async (request, credentials) => {
        await access.require(credentials, finopsAllocationManagePermission);
        await requireAll(credentials);
        return {
          body: await reader.dryRun(
            parseInput(dryRunSchema, request.body, 'body') as Parameters<
              AllocationReader['dryRun']
            >[0],
          ),
        };
      },
    ),
  );

  router.post(
    '/v1/allocation/runs',
    auditedRoute(
      options,
      { eventId: 'allocation-run', isChange: true },
      async (request, credentials) => {
        await access.require(credentials, finopsAllocationManagePermission);
        const { month } = parseInput(runSchema, request.body, 'body');
        await reallocation.runMonth(`${month}-01`);
        return { body: { month } };
      },
    ),
  );

  router.get(
    '/v1/allocation/coverage',
    auditedRoute(
      options,
      { eventId: 'allocation-read' },
      async (request, credentials) => {
        await requireAll(credentials);
        return {
          body: await reader.coverage(
            parseInput(coverageSchema, request.query, 'query'),
          ),
        };
      },
    ),
  );

  async function requireAll(credentials: BackstageCredentials): Promise<void> {
    const { visible } = await access.read(credentials);
    if (visible !== 'all') {
      throw new NotAllowedError(
        'This shows the cost of everybody: the permission finops.cost.read is needed; ask an administrator of the portal for it',
      );
    }
  }
}
