import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Widget, WidgetProps } from '../../registry';
import { createContent } from '../../registry/createContent';
import { WidgetFrame } from './WidgetFrame';

const period = { from: '2026-01-01T00:00:00Z', to: '2026-01-29T00:00:00Z' };

function widget(Content: Widget['Content']): Widget {
  return {
    definition: {
      name: 'TideWidget',
      title: 'Tides',
      description: 'When the water is high.',
      size: { width: 4, height: 3 },
    },
    Content,
  };
}

const given = { name: 'TideWidget', settings: {}, period, environments: [] };

it('draws the title at once, and the content when its code is there', async () => {
  const Content = createContent(async () => ({ settings }: WidgetProps) => (
    <p>{String(settings.harbour)}</p>
  ));
  render(
    <WidgetFrame
      {...given}
      widget={widget(Content)}
      settings={{ harbour: 'Kinsale' }}
    />,
  );
  expect(screen.getByRole('heading', { name: 'Tides' })).toBeInTheDocument();
  expect(screen.getByLabelText('Loading')).toBeInTheDocument();
  expect(await screen.findByText('Kinsale')).toBeInTheDocument();
});

it('keeps what a widget throws in its tile, and tries again when asked', async () => {
  const silence = jest.spyOn(console, 'error').mockImplementation(() => {});
  let dry = true;
  const Content = () => {
    if (dry) {
      throw new Error('The gauge lies dry.');
    }
    return <p>High water at noon</p>;
  };
  render(
    <>
      <p>The next tile</p>
      <WidgetFrame {...given} widget={widget(Content)} />
    </>,
  );
  expect(screen.getByText('The gauge lies dry.')).toBeInTheDocument();
  expect(screen.getByText('The next tile')).toBeInTheDocument();
  dry = false;
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(screen.getByText('High water at noon')).toBeInTheDocument();
  silence.mockRestore();
});

it('asks again for code that did not come, and once for all tiles', async () => {
  const silence = jest.spyOn(console, 'error').mockImplementation(() => {});
  const loader = jest.fn(async () => () => <p>High water at noon</p>);
  loader.mockRejectedValueOnce(new Error('Loading chunk 7 failed'));
  const Content = createContent(loader);
  render(<WidgetFrame {...given} widget={widget(Content)} />);
  expect(await screen.findByText('Loading chunk 7 failed')).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('High water at noon')).toBeInTheDocument();
  render(<WidgetFrame {...given} widget={widget(Content)} />);
  expect(screen.getAllByText('High water at noon')).toHaveLength(2);
  expect(loader).toHaveBeenCalledTimes(2);
  silence.mockRestore();
});

it('draws at once what was loaded before, and tries again what was not', async () => {
  const loader = jest.fn(async () => () => <p>High water at noon</p>);
  loader.mockRejectedValueOnce(new Error('Loading chunk 7 failed'));
  const Content = createContent(loader);
  await Content.preload();
  await Promise.all([Content.preload(), Content.preload()]);
  render(<WidgetFrame {...given} widget={widget(Content)} />);
  expect(screen.getByText('High water at noon')).toBeInTheDocument();
  expect(loader).toHaveBeenCalledTimes(2);
});

it('says what to do about a widget that no plugin brings', () => {
  render(<WidgetFrame {...given} widget={undefined} />);
  expect(
    screen.getByRole('heading', { name: 'TideWidget' }),
  ).toBeInTheDocument();
  expect(
    screen.getByText(/No plugin of this portal brings/),
  ).toBeInTheDocument();
});
