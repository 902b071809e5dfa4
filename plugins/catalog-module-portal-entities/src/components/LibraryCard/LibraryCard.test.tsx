import { screen } from '@testing-library/react';
import { library, renderWithEntity } from '../../__testUtils__';
import { LibraryCard } from './LibraryCard';

describe('LibraryCard', () => {
  it('says how to get the library and which versions get fixes', async () => {
    renderWithEntity(<LibraryCard />, { entity: library });
    expect(
      await screen.findByText('implementation("example.brennvik:money:3.0.1")'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'Copy the command' }),
    ).toBeInTheDocument();
    expect(screen.getByText('Java')).toBeInTheDocument();
    expect(screen.getByText('2.x, 3.x')).toBeInTheDocument();
  });

  it('invites to say how it is installed where the catalog does not know', async () => {
    const { ecosystem: _, ...spec } = library.spec!;
    renderWithEntity(<LibraryCard />, { entity: { ...library, spec } });
    expect(await screen.findByText('spec.ecosystem')).toBeInTheDocument();
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });
});
