import type {
  AuditorService,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { assertError, InputError } from '@backstage/errors';
import {
  defaultTierEdition,
  doraMetricsReadPermission,
  tierEditionYears,
  wholeCompany,
  type DoraMetricId,
  type OverviewWindow,
  type ServiceOrder,
  type TrendInterval,
} from '@portal/plugin-dora-common';
import { comparisons } from '@portal/plugin-metrics-common';
import type { Request, Router } from 'express';
import type { EntityAccess } from '../services/EntityAccess';
import type { DeliveryOverviews, OverviewQuestion } from './DeliveryOverviews';

export type OverviewRoutesOptions = {
  access: EntityAccess;
  auditor: AuditorService;
  httpAuth: HttpAuthService;
  overviews: DeliveryOverviews;
};

const scopeKinds = ['group', 'system', 'domain'];

/** The routes that answer for many services at once. */
export function addOverviewRoutes(
  router: Router,
  options: OverviewRoutesOptions,
): void {
  const { access, auditor, httpAuth, overviews } = options;

  /** Every read begins here: who asks, may they, and for what. */
  async function begin(request: Request) {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    const event = await auditor.createEvent({
      eventId: 'overview-read',
      severityLevel: 'low',
      request,
      meta: { scope: String(request.query.scope) },
    });
    try {
      await access.require(credentials, doraMetricsReadPermission);
      const question = questionOf(request);
      await event.success();
      return { credentials, question };
    } catch (error) {
      assertError(error);
      await event.fail({ error });
      throw error;
    }
  }

  router.get('/v1/overview', async (request, response) => {
    const { credentials, question } = await begin(request);
    response.json(await overviews.getOverview(credentials, question));
  });

  router.get('/v1/overview/services', async (request, response) => {
    const { credentials, question } = await begin(request);
    const { metric, order, cursor, limit } = request.query;
    response.json(
      await overviews.listServices(credentials, question, {
        // The contract lets only these through.
        metric: (metric ?? 'deploymentFrequency') as DoraMetricId,
        order: (order ?? 'value') as ServiceOrder,
        cursor: typeof cursor === 'string' ? cursor : undefined,
        limit: Number(limit ?? 25),
      }),
    );
  });

  router.get('/v1/overview/trend', async (request, response) => {
    const { credentials, question } = await begin(request);
    const interval = (request.query.interval ?? 'week') as TrendInterval;
    response.json(await overviews.getTrend(credentials, question, interval));
  });
}

function questionOf(request: Request): OverviewQuestion {
  const { scope, days, compare, environment, edition, asOf } = request.query;
  return {
    scope: scopeOf(String(scope)),
    days: Number(days ?? 90) as OverviewWindow,
    comparison: comparisons.find(each => each === compare) ?? 'before',
    environment: typeof environment === 'string' ? environment : '',
    edition:
      tierEditionYears.find(year => year === Number(edition)) ??
      defaultTierEdition,
    asOfNow: asOf === 'now',
  };
}

/** Reads a scope; fails with an `InputError`. */
export function scopeOf(text: string): string {
  if (text === wholeCompany) {
    return text;
  }
  try {
    const ref = parseEntityRef(text);
    if (scopeKinds.includes(ref.kind.toLocaleLowerCase('en-US'))) {
      return stringifyEntityRef(ref);
    }
  } catch {
    // It is answered below.
  }
  throw new InputError(
    `scope: found "${text}", expected the reference of a group, system or domain, such as group:default/payments, or "${wholeCompany}"`,
  );
}
