import { render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router-dom';
import { CoverageNote, type CoverageNoteProps } from '.';

function show(props: CoverageNoteProps) {
  return render(
    <MemoryRouter>
      <CoverageNote {...props} />
    </MemoryRouter>,
  );
}

it('says how many have data and leads to those without', () => {
  show({ have: 42, of: 60, missingHref: '/catalog?missing' });
  expect(screen.getByText('42 of 60 services have data')).toBeInTheDocument();
  expect(
    screen.getByRole('link', { name: 'Show the 18 missing' }),
  ).toHaveAttribute('href', '/catalog?missing');
});

it('leads nowhere when nothing is missing, and says when there is nothing', () => {
  const { unmount } = show({
    have: 60,
    of: 60,
    noun: 'teams',
    what: 'a budget',
    missingHref: '/x',
  });
  expect(screen.getByText('All 60 teams have a budget')).toBeInTheDocument();
  expect(screen.queryByRole('link')).not.toBeInTheDocument();
  unmount();

  show({ have: 0, of: 0, missingHref: '/x' });
  expect(screen.getByText('There are no services here')).toBeInTheDocument();
});
