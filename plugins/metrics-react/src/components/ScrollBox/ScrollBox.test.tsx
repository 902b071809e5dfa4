import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ScrollBox } from '.';

it('is reached by keyboard, and says what it holds', async () => {
  render(
    <ScrollBox label="Where the lead time goes">
      <p>Wide</p>
    </ScrollBox>,
  );
  await userEvent.tab();
  expect(
    screen.getByRole('region', { name: 'Where the lead time goes' }),
  ).toHaveFocus();
});
