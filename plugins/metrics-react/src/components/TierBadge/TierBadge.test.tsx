import { render, screen } from '@testing-library/react';
import { TierBadge, type Tier } from '.';

const tier: Tier = {
  name: 'High',
  level: 3,
  levels: 4,
  edition: '2023',
  explanation: 'High in the survey of 2023: less than a week',
};

it('says tier and edition in words, and marks the level by its shape', () => {
  const { container, rerender } = render(<TierBadge {...tier} />);
  expect(screen.getByText('High')).toBeVisible();
  expect(screen.getByText('2023')).toBeVisible();
  expect(screen.getByText(tier.explanation)).toBeInTheDocument();
  const kinds = () =>
    [...container.querySelectorAll('rect')].map(step =>
      step.getAttribute('class'),
    );
  const [filled, , third, open] = kinds();
  expect(third).toBe(filled);
  expect(open).not.toBe(filled);

  rerender(<TierBadge {...tier} name="Low" level={1} compact />);
  expect(kinds().filter(kind => kind === filled)).toHaveLength(1);
  expect(screen.queryByText('2023')).not.toBeInTheDocument();
});
