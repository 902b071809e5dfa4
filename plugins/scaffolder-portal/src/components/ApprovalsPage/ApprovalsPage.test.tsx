import {
  renderInTestApp,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import { ResponseError } from '@backstage/errors';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import type { Approval } from '@portal/plugin-scaffolder-portal-common';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { scaffolderPortalApiRef } from '../../api';
import { ApprovalsPage } from '.';

const pending: Approval = {
  id: '0d6f4b5e-0000-4000-8000-000000000001',
  templateRef: 'template:default/ba-infrastructure-template',
  requestedBy: 'user:default/jane',
  requestedAt: '2026-11-26T12:00:00Z',
  approvers: 'group:default/platform',
  reason: 'gold costs a lot.',
  values: { name: 'gold' },
  status: 'pending',
  mayDecide: true,
};

function open(approvals: Approval[], decide = jest.fn()) {
  const api = { approvals: async () => approvals, decideApproval: decide };
  renderInTestApp(
    <TestApiProvider apis={[[scaffolderPortalApiRef, api]]}>
      <ApprovalsPage />
    </TestApiProvider>,
    { mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef } },
  );
  return decide;
}

describe('ApprovalsPage', () => {
  it('says what is asked, and passes the decision on with its comment', async () => {
    const decide = open([pending]);
    expect(await screen.findByText('gold costs a lot.')).toBeInTheDocument();
    await userEvent.type(screen.getByLabelText('Comment'), ' Fine. ');
    await userEvent.click(
      screen.getByRole('button', { name: 'Approve and run' }),
    );
    expect(decide).toHaveBeenCalledWith(pending.id, {
      decision: 'approve',
      comment: 'Fine.',
    });
  });

  it('says why a decision was not taken', async () => {
    const response = new Response(
      JSON.stringify({
        error: { name: 'ConflictError', message: 'boss has approved it' },
      }),
      { status: 409 },
    );
    const error = await ResponseError.fromResponse(response);
    open([pending], jest.fn().mockRejectedValue(error));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Reject' }),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'boss has approved it',
    );
  });

  it('offers no decision to who asked, and leads to the run', async () => {
    open([
      {
        ...pending,
        mayDecide: false,
        status: 'approved',
        decidedBy: 'user:default/boss',
        decidedAt: '2026-11-26T13:00:00Z',
        startedTaskId: 'one',
      },
    ]);
    expect(
      await screen.findByRole('link', { name: 'Open the run' }),
    ).toHaveAttribute('href', '/create/tasks/one');
    expect(screen.queryByRole('button', { name: 'Reject' })).toBeNull();
  });

  it('says that there is nothing', async () => {
    open([]);
    expect(await screen.findByText('Nothing to approve')).toBeInTheDocument();
  });
});
