import { convertLegacyRouteRef } from '@backstage/core-compat-api';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import {
  AuthorizeResult,
  type EvaluatePermissionRequest,
} from '@backstage/plugin-permission-common';
import { serviceHealthApiRef } from '@portal/plugin-service-health-react';
import { screen, waitFor } from '@testing-library/react';
import { history, InMemoryServiceHealthApi } from '../../testing';
import { Maintenance } from '.';

// In a file of its own: what a user may do is remembered for the life of the page.
it('shows maintenance, and offers no change, to those who may only look', async () => {
  const asked: string[] = [];
  const show = (maintenance: typeof history.maintenance) => (
    <Maintenance history={{ ...history, maintenance }} onChanged={() => {}} />
  );
  renderInTestApp(
    <>
      {show([])}
      {show([
        {
          id: '7',
          entityRef: history.entityRef,
          environment: 'PROD1',
          from: '2026-01-31T12:00:00Z',
          to: '2099-01-31T12:00:00Z',
          reason: 'New disks',
          createdBy: 'user:default/ada',
        },
      ])}
    </>,
    {
      apis: [
        [serviceHealthApiRef, new InMemoryServiceHealthApi(history)],
        mockApis.permission({
          authorize: ({ permission }: EvaluatePermissionRequest) => {
            asked.push(permission.name);
            return AuthorizeResult.DENY;
          },
        }),
      ],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name':
          convertLegacyRouteRef(entityRouteRef),
      },
    },
  );
  expect(await screen.findByText('New disks')).toBeInTheDocument();
  await waitFor(() =>
    expect(asked).toContain('service-health.maintenance.manage'),
  );
  // Where there is none, nothing is said about it.
  expect(screen.getAllByRole('heading')).toHaveLength(1);
  expect(screen.queryAllByRole('button')).toEqual([]);
});
