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
  expiresAt: '2026-12-10T12:00:00Z',
  approvers: 'group:default/platform',
  reason: 'gold costs a lot.',
  values: { name: 'gold' },
  status: 'pending',
  mayDecide: true,
  mayWithdraw: false,
};

function open(approvals: Approval[], decide = jest.fn(), withdraw = jest.fn()) {
  const api = {
    approvals: async () => approvals,
    decideApproval: decide,
    withdrawApproval: withdraw,
  };
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

  it('lets who asked withdraw it, and says why not', async () => {
    const withdraw = jest.fn().mockRejectedValue(new Error('boss approved it'));
    const own = { ...pending, mayDecide: false, mayWithdraw: true };
    open([own], undefined, withdraw);
    expect(await screen.findByText(/until .*2026/)).toBeInTheDocument();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Withdraw' }),
    );
    expect(withdraw).toHaveBeenCalledWith(pending.id);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'boss approved it',
    );
  });

  it('says what ended without a decision, and offers nothing for it', async () => {
    const ended = { ...pending, mayDecide: false };
    open([
      { ...ended, status: 'expired' },
      {
        ...ended,
        id: '0d6f4b5e-0000-4000-8000-000000000002',
        status: 'withdrawn',
        decidedBy: 'user:default/jane',
        decidedAt: '2026-11-26T13:00:00Z',
      },
    ]);
    expect(await screen.findByText('Expired')).toBeInTheDocument();
    expect(screen.getByText(/nobody decided in time/)).toBeInTheDocument();
    expect(screen.getByText(/Withdrawn by/)).toBeInTheDocument();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('says that there is nothing', async () => {
    open([]);
    expect(await screen.findByText('Nothing to approve')).toBeInTheDocument();
  });
});
