import { act, render, screen } from '@testing-library/react';
import { deferredComponent, deferredFunction, deferredToasts } from '.';

it('shows a component once it is loaded, with its properties', async () => {
  const load = jest.fn(async () => (props: { name: string }) => (
    <p>Hello {props.name}</p>
  ));
  const Greeting = deferredComponent(load);
  expect(load).not.toHaveBeenCalled();

  render(<Greeting name="Ada" />);

  expect(await screen.findByText('Hello Ada')).toBeInTheDocument();
  expect(load).toHaveBeenCalledTimes(1);
});

it('loads a function when it is called, and passes on what it answers', async () => {
  const load = jest.fn(async () => async (a: number, b: number) => a + b);
  const add = deferredFunction(load);
  expect(load).not.toHaveBeenCalled();

  await expect(add(1, 2)).resolves.toBe(3);
});

it('passes on what a function throws', async () => {
  const fail = deferredFunction(async () => async () => {
    throw new Error('no token');
  });

  await expect(fail()).rejects.toThrow('no token');
});

describe('toasts', () => {
  function createQueue() {
    const listeners = new Set<() => void>();
    const queue = {
      visibleToasts: [] as string[],
      subscribe(listener: () => void) {
        listeners.add(listener);
        return () => {
          listeners.delete(listener);
        };
      },
    };
    const show = (...toasts: string[]) =>
      act(async () => {
        queue.visibleToasts = toasts;
        listeners.forEach(listener => listener());
      });
    return { queue, show };
  }

  it('are loaded with the first one and stay after the last', async () => {
    const { queue, show } = createQueue();
    const load = jest.fn(async () => (props: { queue: typeof queue }) => (
      <ol aria-label="Toasts">
        {props.queue.visibleToasts.map(toast => (
          <li key={toast}>{toast}</li>
        ))}
      </ol>
    ));
    const Toasts = deferredToasts(load);

    const { rerender } = render(<Toasts queue={queue} />);
    expect(load).not.toHaveBeenCalled();

    await show('Saved');
    expect(await screen.findByText('Saved')).toBeInTheDocument();

    await show();
    rerender(<Toasts queue={queue} />);
    expect(screen.getByRole('list', { name: 'Toasts' })).toBeInTheDocument();
  });
});
