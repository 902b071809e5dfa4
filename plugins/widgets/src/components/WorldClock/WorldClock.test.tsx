import { render, screen } from '@testing-library/react';
import { WorldClock } from './WorldClock';

const period = { from: '2026-01-01T00:00:00Z', to: '2026-01-29T00:00:00Z' };

function show(places: unknown[]) {
  render(
    <WorldClock settings={{ places }} period={period} environments={[]} />,
  );
}

const oslo = {
  name: 'Oslo',
  zone: 'Europe/Oslo',
  from: '08:00',
  to: '16:00',
  days: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'],
};
const austin = { ...oslo, name: 'Austin', zone: 'America/Chicago' };

describe('WorldClock', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: Date.parse('2026-06-17T12:30:00Z') });
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('shows the time of each place, who is at work, and the next overlap', () => {
    show([oslo, austin]);
    const [first, second] = screen.getAllByRole('listitem');
    expect(first).toHaveTextContent('Oslo');
    expect(first).toHaveTextContent(/Wed,? 02:30 PM/);
    expect(first).toHaveTextContent('At work until 04:00 PM');
    expect(second).toHaveTextContent('Off until 08:00 AM');
    expect(screen.getByText(/at work together/)).toHaveTextContent(
      /All are at work together from .* for 1 h/,
    );
  });

  it('says how to name places where none are named', () => {
    show([]);
    expect(screen.getByText(/Name the places/)).toBeInTheDocument();
  });
});
