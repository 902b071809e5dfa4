import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { environments, renderWithEntity } from '../../__testUtils__';
import { EnvironmentCard } from './EnvironmentCard';

describe('EnvironmentCard', () => {
  it('draws the way to production in order and marks where one is', async () => {
    renderWithEntity(<EnvironmentCard />, {
      entity: environments[1],
      entities: [...environments].reverse(),
    });
    const steps = within(
      await screen.findByRole('list', { name: 'Way to production' }),
    ).getAllByRole('listitem');
    expect(
      steps.map(step => within(step).getByRole('link').textContent),
    ).toEqual(['DEV1', 'SIT1', 'PROD1']);
    expect(steps[1].querySelector('[aria-current="step"]')).toHaveTextContent(
      'SIT1',
    );
    expect(steps[2]).toHaveTextContent('Customers are served here');
    expect(screen.getByText(/^No: deployments here/)).toBeInTheDocument();
  });

  it('says what failed and tries again', async () => {
    const queryEntities = jest
      .fn()
      .mockRejectedValueOnce(new Error('no answer'))
      .mockResolvedValue({ items: environments, totalItems: 3, pageInfo: {} });
    renderWithEntity(<EnvironmentCard />, {
      entity: environments[0],
      catalog: { queryEntities },
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The catalog did not give the way to production',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByRole('list', { name: 'Way to production' }),
    ).toBeInTheDocument();
  });
});
