import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from 'react-router-dom';
import { recordDownloads } from '../../testUtils';
import { BandBar, DistributionBar, type BandCount } from '.';
import { scaleStep } from './scaleStep';

const bands: BandCount[] = [
  { id: 'elite', title: 'Elite', count: 12, href: '/services?tier=elite' },
  { id: 'high', title: 'High', count: 30, detail: 'less than a week' },
  { id: 'low', title: 'Low', count: 0, href: '/services?tier=low' },
  { id: 'none', title: 'No data', count: 18, unranked: true },
];

function show(more: { bands?: BandCount[] } = {}) {
  return render(
    <MemoryRouter>
      <DistributionBar
        title="Services by lead time"
        noun="services"
        fileName="tiers"
        bands={bands}
        {...more}
      />
    </MemoryRouter>,
  );
}

it('says each band with count and share, and leads to those in it', () => {
  show();
  const list = screen.getByRole('list', { name: 'Services by lead time' });
  const items = within(list).getAllByRole('listitem');
  expect(items.map(item => item.textContent)).toEqual([
    'Elite 12, 20.0%',
    'High 30, 50.0%less than a week',
    'Low 0, 0.0%',
    'No data 18, 30.0%',
  ]);
  // Nobody is in the lowest band, so there is no list to lead to.
  const links = within(list).getAllByRole('link');
  expect(links).toHaveLength(1);
  expect(links[0]).toHaveAttribute('href', '/services?tier=elite');
});

it('gives the same as a table and as a file', async () => {
  const downloads = recordDownloads();
  show();
  await userEvent.click(screen.getByRole('button', { name: 'Show as table' }));
  const rows = within(screen.getByRole('grid')).getAllByRole('row');
  expect(rows).toHaveLength(5);
  expect(rows[2]).toHaveTextContent('Highless than a week3050.0%');

  await userEvent.click(screen.getByRole('button', { name: 'Download CSV' }));
  const [file] = await downloads.read();
  downloads.restore();
  expect(file.text).toContain('Elite,,12,0.2\r\n');
});

it('says when there is nothing to count', () => {
  show({ bands: bands.map(band => ({ ...band, count: 0 })) });
  expect(screen.getByText('There are no services here.')).toBeInTheDocument();
});

it('is one picture with words where room is short', () => {
  render(<BandBar label="Lead time" bands={bands} show="bar" />);
  expect(
    screen.getByRole('img', {
      name: 'Lead time. Elite: 12, 20.0%; High: 30, 50.0%; Low: 0, 0.0%; No data: 18, 30.0%',
    }),
  ).toBeInTheDocument();
});

it('spreads bands over the whole scale', () => {
  const of = (count: number) =>
    Array.from({ length: count }, (_, index) => scaleStep(index, count));
  expect(of(1)).toEqual([5]);
  expect(of(2)).toEqual([5, 1]);
  expect(of(4)).toEqual([5, 4, 2, 1]);
  expect(of(5)).toEqual([5, 4, 3, 2, 1]);
});
