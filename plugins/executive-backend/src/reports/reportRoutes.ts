import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError, NotFoundError } from '@backstage/errors';
import {
  auditedRoute,
  isUuid,
  nameOf,
  parseInput,
  type RouteAnswer,
  type RouteOptions,
} from '@portal/backend-routes';
import {
  reportPages,
  type ArchivedContent,
  type ReportDocument,
  type ReportFormat,
} from '@portal/plugin-executive-common';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import type { ExecutiveAccess } from '../access/ExecutiveAccess';
import type { ArchiveStore } from '../archive/ArchiveStore';
import { nodeQueryOf } from '../portfolio/nodeQueryOf';
import type { PdfPrinter } from './PdfPrinter';
import type { ReportMaker } from './ReportMaker';
import { writeCsv } from './writeCsv';
import { writeHtml } from './writeHtml';

/** What the routes of reports need. */
export type ReportRoutesOptions = RouteOptions & {
  access: ExecutiveAccess;
  archive: ArchiveStore;
  maker: ReportMaker;
  printer: PdfPrinter;
};

const mostShown = 200;
const text = z
  .string()
  .max(300)
  .refine(value => !value.includes('\0'), 'found a zero byte');
const linkSchema = z.object({
  page: z.enum(reportPages),
  query: z.object({
    node: text.optional(),
    hierarchy: z.enum(['organisation', 'domains']).optional(),
    day: text.optional(),
    compare: text.optional(),
    asOf: z.literal('today').optional(),
  }),
});

/** Pages as files, and what was kept of them. */
export function reportRoutes(options: ReportRoutesOptions): Router {
  const { access, archive, maker } = options;
  const router = PromiseRouter();

  router.get(
    '/v1/reports/:file',
    auditedRoute(
      options,
      { eventId: 'executive-report-read' },
      async (request, credentials) => {
        const { name, format } = partsOf(request.params.file);
        const page = reportPages.find(each => each === name);
        if (!page) {
          throw new NotFoundError(
            `There is no page ${name}; there are ${reportPages.join(', ')}`,
          );
        }
        const { day, document, node } = await maker.make(
          credentials,
          page,
          nodeQueryOf(request),
        );
        return fileOf(options, format, {
          name: `${page}-${node.replaceAll(/[^a-z0-9-]+/gi, '-')}-${day}`,
          title: `${document.title}, ${day}`,
          documents: [document],
        });
      },
    ),
  );

  router.post(
    '/v1/links',
    auditedRoute(
      options,
      { eventId: 'executive-link-create', isChange: true },
      async (request, credentials) => {
        const { page, query } = parseInput(linkSchema, request.body, 'link');
        const { day, document, node } = await maker.make(
          credentials,
          page,
          query,
        );
        return {
          status: 201,
          body: await archive.keep({
            kind: 'link',
            title: `${document.title}: ${document.subtitle.split(',')[0]}`,
            node,
            day,
            createdBy: nameOf(credentials),
            documents: [document],
          }),
        };
      },
    ),
  );

  router.get(
    '/v1/archive',
    auditedRoute(
      options,
      { eventId: 'executive-archive-read' },
      async (_request, credentials) => {
        // Whoever reads no node at all is told so, and not that nothing was kept.
        await access.readNode(credentials);
        const reports = await archive.list();
        const readable = await access.readable(
          credentials,
          reports.map(({ node }) => node),
        );
        return {
          body: {
            items: reports
              .filter(({ node }) => readable.has(node))
              .slice(0, mostShown),
          },
        };
      },
    ),
  );

  router.get(
    '/v1/archive/:file',
    auditedRoute(
      options,
      { eventId: 'executive-archive-read' },
      async (request, credentials) => {
        const { file } = request.params;
        if (!file.includes('.')) {
          return { body: await readKept(options, credentials, file) };
        }
        const { name, format } = partsOf(file);
        const { day, documents, title } = await readKept(
          options,
          credentials,
          name,
        );
        return fileOf(options, format, {
          name: `kept-${day}-${name}`,
          title,
          documents,
        });
      },
    ),
  );
  return router;
}

/** Ids of what others may read are not told from ids that do not exist. */
async function readKept(
  { access, archive }: ReportRoutesOptions,
  credentials: BackstageCredentials,
  id: string,
): Promise<ArchivedContent> {
  const notFound = new NotFoundError(`There is no kept report ${id}`);
  if (!isUuid(id)) {
    throw notFound;
  }
  const report = await archive.get(id);
  if (!(await access.readable(credentials, [report.node])).has(report.node)) {
    throw notFound;
  }
  return report;
}

function partsOf(file: string): { name: string; format: ReportFormat } {
  const [, name, format] = /^(.+)\.(pdf|csv|html)$/.exec(file) ?? [];
  if (!format) {
    throw new InputError(
      `"${file.slice(
        0,
        100,
      )}" names no file; ask for one that ends with .pdf, .csv or .html`,
    );
  }
  return { name, format: format as ReportFormat };
}

async function fileOf(
  { printer }: ReportRoutesOptions,
  format: ReportFormat,
  report: { name: string; title: string; documents: ReportDocument[] },
): Promise<RouteAnswer> {
  const { name, title, documents } = report;
  const headers = {
    'Content-Disposition': `attachment; filename="${name}.${format}"`,
    'Content-Security-Policy': `default-src 'none'; style-src 'unsafe-inline'`,
    'X-Content-Type-Options': 'nosniff',
  };
  if (format === 'csv') {
    return {
      content: writeCsv(documents),
      headers: { ...headers, 'Content-Type': 'text/csv; charset=utf-8' },
    };
  }
  const html = writeHtml(title, documents);
  return format === 'html'
    ? {
        content: html,
        headers: { ...headers, 'Content-Type': 'text/html; charset=utf-8' },
      }
    : {
        content: await printer.print(html),
        headers: { ...headers, 'Content-Type': 'application/pdf' },
      };
}
