import {
  auditedRoute,
  nameOf,
  parseInput,
  type RouteOptions,
} from '@portal/backend-routes';
import {
  executiveRatesManagePermission,
  type PeopleRate,
  type PeopleRateInput,
} from '@portal/plugin-executive-common';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { ExecutiveAccess } from '../access/ExecutiveAccess';
import type { Owned, OwnedStore } from '../owned/OwnedStore';
import { rateId } from '../stewardship/StewardshipFiles';
import { peopleRateChangeSchema } from './peopleRateSchema';

/** What the routes of rates need. */
export type RateRoutesOptions = RouteOptions & {
  access: ExecutiveAccess;
  rates: OwnedStore<PeopleRateInput>;
};

/** Routes of what the people of groups cost. */
export function rateRoutes(options: RateRoutesOptions): Router {
  const { access, rates } = options;
  const router = PromiseRouter();

  router.get(
    '/v1/people-rates',
    auditedRoute(
      options,
      { eventId: 'executive-rates-read' },
      async (_request, credentials) => {
        await access.require(credentials, executiveRatesManagePermission);
        const items = (await rates.list()).map(toRate);
        return {
          body: {
            items: items.sort(
              (one, other) =>
                one.groupRef.localeCompare(other.groupRef) ||
                other.from.localeCompare(one.from),
            ),
          },
        };
      },
    ),
  );

  router.put(
    '/v1/people-rates',
    auditedRoute(
      options,
      { eventId: 'executive-rate-set', isChange: true },
      async (request, credentials) => {
        await access.require(credentials, executiveRatesManagePermission);
        const { revision, ...rate } = parseInput(
          peopleRateChangeSchema,
          request.body,
          'rate',
        );
        const by = nameOf(credentials);
        const id = rateId(rate);
        return {
          body: toRate(
            revision === 0
              ? await rates.create({ id, document: rate }, by)
              : await rates.change({ id, revision, edit: () => rate }, by),
          ),
        };
      },
    ),
  );
  return router;
}

function toRate({
  demo,
  document,
  id,
  origin,
  revision,
}: Owned<PeopleRateInput>): PeopleRate {
  return { ...document, id, origin, revision, demo };
}
