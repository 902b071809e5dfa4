import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Link, MemoryRouter, useLocation, useNavigate } from 'react-router-dom';
import { useKeptQuery } from './useKeptQuery';

function Page() {
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  useKeptQuery(pathname === '/executive');
  return (
    <>
      <Link to="/executive/portfolio">Portfolio</Link>
      <Link to="/executive/questions">Questions</Link>
      <Link to="/executive/portfolio?node=everything">Everything</Link>
      <button onClick={() => navigate(-1)}>Back</button>
      <output>{`${pathname}${search}`}</output>
    </>
  );
}

const click = (name: string) => userEvent.click(screen.getByText(name));

it('carries part and day from tab to tab, nothing else, and goes back to what was there', async () => {
  render(
    <MemoryRouter
      initialEntries={[
        '/executive/portfolio?node=group:default/a&day=2026-06-30&pillar=cost',
      ]}
    >
      <Page />
    </MemoryRouter>,
  );
  await click('Questions');
  expect(screen.getByRole('status')).toHaveTextContent(
    '/executive/questions?node=group%3Adefault%2Fa&day=2026-06-30',
  );
  await click('Back');
  expect(screen.getByRole('status')).toHaveTextContent('pillar=cost');
  await click('Questions');
  await click('Everything');
  expect(screen.getByRole('status')).toHaveTextContent(
    '/executive/portfolio?node=everything',
  );
});
