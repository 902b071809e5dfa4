import { stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import {
  securityScoreReadPermission,
  type Grade,
  type ScoreOrder,
} from '@portal/plugin-security-score-common';
import type { Request, Router } from 'express';
import type { SecurityAccess } from '../access/SecurityAccess';
import {
  auditedRoute,
  type RouteOptions,
  textOf,
} from '@portal/backend-routes';
import type { StatisticsReader } from '../statistics/StatisticsReader';
import type { FormulaStore } from './FormulaStore';
import type { PortfolioReader } from './PortfolioReader';
import type { ScoreReader } from './ScoreReader';
import type { UpgradePlanner } from './UpgradePlanner';

const longestStatistics = 400;

/** What the routes of scores need. */
export type ScoreRoutesOptions = RouteOptions & {
  access: SecurityAccess;
  formula: FormulaStore;
  portfolio: PortfolioReader;
  scores: ScoreReader;
  statistics: StatisticsReader;
  upgrades: UpgradePlanner;
};

/** Adds the routes of scores, upgrades and statistics. */
export function addScoreRoutes(
  router: Router,
  options: ScoreRoutesOptions,
): void {
  const { access, formula, portfolio, scores, statistics, upgrades } = options;
  const entity = '/v1/entities/:kind/:namespace/:name';

  router.get(
    '/v1/scores',
    auditedRoute(
      options,
      { eventId: 'scores-read' },
      async (request, credentials) => {
        const { refs } = await access.readScores(
          credentials,
          textOf(request, 'scope'),
        );
        return {
          body: await portfolio.list({
            refs,
            order: textOf(request, 'order') as ScoreOrder | undefined,
            grade: listOf(request, 'grade') as
              | Array<Grade | 'none'>
              | undefined,
            text: textOf(request, 'text'),
            cursor: textOf(request, 'cursor'),
            limit: numberOf(request, 'limit'),
          }),
        };
      },
    ),
  );

  router.get(
    `${entity}/score`,
    auditedRoute(
      options,
      { eventId: 'scores-read' },
      async (request, credentials) => {
        const entityRef = refOf(request);
        await access.readScores(credentials, entityRef);
        return { body: await scores.get(entityRef) };
      },
    ),
  );

  router.get(
    `${entity}/score/history`,
    auditedRoute(
      options,
      { eventId: 'scores-read' },
      async (request, credentials) => {
        const entityRef = refOf(request);
        await access.readScores(credentials, entityRef);
        return {
          body: await scores.history(entityRef, {
            days: numberOf(request, 'days'),
          }),
        };
      },
    ),
  );

  router.get(
    `${entity}/upgrades`,
    auditedRoute(
      options,
      { eventId: 'upgrades-read' },
      async (request, credentials) => {
        const entityRef = refOf(request);
        await access.requireFindings(credentials, entityRef);
        return { body: await upgrades.plan(entityRef) };
      },
    ),
  );

  router.get(
    '/v1/formula',
    auditedRoute(
      options,
      { eventId: 'formula-read' },
      async (_, credentials) => {
        await access.require(credentials, securityScoreReadPermission);
        return { body: await formula.read() };
      },
    ),
  );

  router.get(
    '/v1/statistics',
    auditedRoute(
      options,
      { eventId: 'statistics-read' },
      async (request, credentials) => {
        const period = periodOf(request);
        const { refs } = await access.readFindings(
          credentials,
          textOf(request, 'scope'),
        );
        return { body: await statistics.read(period, refs) };
      },
    ),
  );
}

function refOf({ params }: Request): string {
  const { kind, namespace, name } = params;
  return stringifyEntityRef({ kind, namespace, name });
}

function listOf(request: Request, key: string): string[] | undefined {
  return textOf(request, key)?.split(',');
}

function numberOf({ query }: Request, key: string): number | undefined {
  const value = query[key];
  return value === undefined ? undefined : Number(value);
}

function periodOf(request: Request): { from: string; to: string } {
  const [from, to] = ['from', 'to'].map(key => {
    const text = textOf(request, key) ?? '';
    if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(Date.parse(text))) {
      throw new InputError(
        `${key}: found "${text}", expected a date such as 2026-11-01`,
      );
    }
    return text;
  });
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000;
  if (days <= 0 || days > longestStatistics) {
    throw new InputError(
      `from, to: found ${days} days, expected 1 to ${longestStatistics}; to is not included`,
    );
  }
  return { from, to };
}
