import {
  dashboardsBoardCreatePermission,
  dashboardsBoardDeletePermission,
  dashboardsBoardReadPermission,
  dashboardsBoardSharePermission,
  dashboardsBoardUpdatePermission,
} from '@portal/plugin-dashboards-common';
import type { Router } from 'express';
import type { BoardService } from '../services/BoardService';
import { type GuardOptions, guardRequests } from './guardRequests';

/** Boards that people keep. */
export function addBoardRoutes(
  router: Router,
  options: GuardOptions & { boards: BoardService },
): void {
  const { boards } = options;
  const { admit, change } = guardRequests(options);

  router.get('/v1/boards', async (request, response) => {
    const { reader } = await admit(request, dashboardsBoardReadPermission);
    const { cursor, limit } = request.query;
    response.json(
      await boards.list(reader, {
        cursor: cursor === undefined ? undefined : String(cursor),
        limit: Number(limit ?? 50),
      }),
    );
  });

  router.post('/v1/boards', async (request, response) => {
    const board = await change(
      request,
      { eventId: 'board-create', meta: { title: request.body.title } },
      dashboardsBoardCreatePermission,
      ({ reader }) => boards.create(reader, request.body),
    );
    response.status(201).json(board);
  });

  router.get('/v1/boards/:id', async (request, response) => {
    const { reader } = await admit(request, dashboardsBoardReadPermission);
    response.json(await boards.get(reader, request.params.id));
  });

  router.get('/v1/boards/:id/yaml', async (request, response) => {
    const { reader } = await admit(request, dashboardsBoardReadPermission);
    const yaml = await boards.export(reader, request.params.id);
    response.type('application/yaml').send(yaml);
  });

  router.put('/v1/boards/:id', async (request, response) => {
    const { id } = request.params;
    const board = await change(
      request,
      { eventId: 'board-update', meta: { board: id } },
      dashboardsBoardUpdatePermission,
      ({ reader }) => boards.update(reader, id, request.body),
    );
    response.json(board);
  });

  router.put('/v1/boards/:id/sharing', async (request, response) => {
    const { id } = request.params;
    const board = await change(
      request,
      {
        eventId: 'board-share',
        meta: { board: id, with: request.body.sharing.with },
      },
      dashboardsBoardSharePermission,
      ({ reader }) => boards.share(reader, id, request.body),
    );
    response.json(board);
  });

  router.delete('/v1/boards/:id', async (request, response) => {
    const { id } = request.params;
    await change(
      request,
      { eventId: 'board-delete', meta: { board: id } },
      dashboardsBoardDeletePermission,
      ({ reader }) => boards.remove(reader, id),
    );
    response.status(204).end();
  });
}
