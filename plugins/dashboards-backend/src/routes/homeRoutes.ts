import { dashboardsBoardReadPermission } from '@portal/plugin-dashboards-common';
import type { Router } from 'express';
import type { HomeService } from '../services/HomeService';
import { type GuardOptions, guardRequests } from './guardRequests';

/** The board that a person begins with. */
export function addHomeRoutes(
  router: Router,
  options: GuardOptions & { homes: HomeService },
): void {
  const { homes } = options;
  const { admit, change } = guardRequests(options);
  const permission = dashboardsBoardReadPermission;

  router.get('/v1/home', async (request, response) => {
    const { credentials, reader } = await admit(request, permission);
    response.json(await homes.get(reader, credentials));
  });

  router.put('/v1/home', async (request, response) => {
    const { board } = request.body;
    const home = await change(
      request,
      { eventId: 'home-choose', meta: { board: board ?? 'the default' } },
      permission,
      ({ credentials, reader }) => homes.set(reader, credentials, board),
    );
    response.json(home);
  });
}
