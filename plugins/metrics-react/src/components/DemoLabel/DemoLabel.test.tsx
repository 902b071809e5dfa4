import { render, screen } from '@testing-library/react';
import { DemoLabel } from './DemoLabel';

it('says in words that the data is made up', () => {
  render(<DemoLabel />);
  expect(screen.getByText('Demo data')).toBeInTheDocument();
});
