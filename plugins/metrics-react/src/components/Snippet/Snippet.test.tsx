import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Snippet } from '.';

it('is reached by keyboard, and copies what it does not show', async () => {
  // Also replaces the clipboard of the browser with one in memory.
  const user = userEvent.setup();
  const write = jest.spyOn(navigator.clipboard, 'writeText');
  const text = 'a: 1\nb: 2';
  render(<Snippet label="The whole body" text={text} shown="a: 1" />);
  await user.tab();
  await user.keyboard('{Enter}');
  expect(
    await screen.findByRole('button', { name: 'Copied: The whole body' }),
  ).toBeInTheDocument();
  expect(write).toHaveBeenCalledWith(text);
  await user.tab();
  expect(screen.getByText('a: 1')).toHaveFocus();
});

it('says what to do where the browser does not allow it', async () => {
  const user = userEvent.setup();
  jest.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error());
  render(<Snippet label="Lines" text="a: 1" />);
  await user.click(screen.getByRole('button', { name: 'Copy: Lines' }));
  expect(await screen.findByRole('status')).toHaveTextContent('mark the lines');
});
