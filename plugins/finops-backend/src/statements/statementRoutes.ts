import {
  finopsStatementClosePermission,
  statementCsv,
} from '@portal/plugin-finops-common';
import type { Router } from 'express';
import { z } from 'zod';
import {
  auditedRoute,
  nameOf,
  parseInput,
  type RouteOptions,
} from '@portal/backend-routes';
import { monthText } from '../steering/inputFields';
import type { SteeringAccess } from '../steering/SteeringAccess';
import { statementPdf } from './statementPdf';
import { requireAll } from './requireAll';
import type { Statements } from './Statements';

export type StatementRoutesOptions = RouteOptions & {
  access: SteeringAccess;
  statements: Statements;
};

const pathSchema = z.object({ month: monthText });
const querySchema = z.object({
  owner: z.string().min(1).max(300).optional(),
  format: z.enum(['json', 'csv', 'pdf']).default('json'),
});

/** The routes of statements. */
export function addStatementRoutes(
  router: Router,
  options: StatementRoutesOptions,
): void {
  const { access, statements } = options;

  router.get(
    '/v1/statements',
    auditedRoute(
      options,
      { eventId: 'statement-read' },
      async (_request, credentials) => {
        await access.read(credentials);
        return { body: await statements.listMonths() };
      },
    ),
  );

  router.get(
    '/v1/statements/:month',
    auditedRoute(
      options,
      { eventId: 'statement-read' },
      async (request, credentials) => {
        const { month } = parseInput(pathSchema, request.params, 'path');
        const { owner, format } = parseInput(
          querySchema,
          request.query,
          'query',
        );
        const statement = await statements.read(credentials, { month, owner });
        if (format === 'json') {
          return { body: statement };
        }
        const name = `cost-statement-${month}${
          owner ? `-${owner.replace(/[^\w.-]+/g, '-')}` : ''
        }.${format}`;
        return {
          headers: {
            'Content-Type':
              format === 'csv' ? 'text/csv; charset=utf-8' : 'application/pdf',
            'Content-Disposition': `attachment; filename="${name}"`,
            'X-Content-Type-Options': 'nosniff',
          },
          content:
            format === 'csv'
              ? statementCsv(statement)
              : await statementPdf(statement),
        };
      },
    ),
  );

  router.post(
    '/v1/months/:month/close',
    auditedRoute(
      options,
      { eventId: 'month-close', isChange: true },
      async (request, credentials) => {
        await access.require(credentials, finopsStatementClosePermission);
        await requireAll(access, credentials);
        const { month } = parseInput(pathSchema, request.params, 'path');
        return { body: await statements.close(month, nameOf(credentials)) };
      },
    ),
  );
}
