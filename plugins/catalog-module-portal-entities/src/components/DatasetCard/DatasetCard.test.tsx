import { screen } from '@testing-library/react';
import { dataset, renderWithEntity } from '../../__testUtils__';
import { DatasetCard } from './DatasetCard';

describe('DatasetCard', () => {
  it('says who may see the data, how fresh it is and how long it stays', async () => {
    renderWithEntity(<DatasetCard />, { entity: dataset });
    expect(await screen.findByText('Confidential')).toBeInTheDocument();
    expect(
      screen.getByText('Only those who need it for their work may see it'),
    ).toBeInTheDocument();
    expect(screen.getByText('Every hour')).toBeInTheDocument();
    expect(screen.getByText('3 years')).toBeInTheDocument();
    expect(
      screen.getByRole('link', {
        name: 'https://schemas.example/parcel-journeys',
      }),
    ).toHaveAttribute('href', 'https://schemas.example/parcel-journeys');
  });

  it('makes no link of what is no address of the web', async () => {
    const hostile = {
      ...dataset,
      spec: { ...dataset.spec, schema: 'data:text/html,hello' },
    };
    renderWithEntity(<DatasetCard />, { entity: hostile });
    expect(await screen.findByText('data:text/html,hello')).toBeInTheDocument();
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
  });
});
