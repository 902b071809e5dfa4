import { TestApiProvider } from '@backstage/frontend-test-utils';
import { act, renderHook } from '@testing-library/react';
import { useKept } from '../memory';
import { useLoad } from './useLoad';

/** A source that answers when it is told to. */
function hangingSource() {
  let give: (answer: string) => void = () => {};
  const load = () =>
    new Promise<string>(resolve => {
      give = resolve;
    });
  return { load, answers: (text: string) => act(async () => give(text)) };
}

const passes = (seconds: number) =>
  act(async () => {
    jest.advanceTimersByTime(seconds * 1000);
  });

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

it.each([
  ['useLoad', (load: () => Promise<string>) => useLoad(load)],
  ['useKept', (load: () => Promise<string>) => useKept('tide', load)],
])(
  'says through %s that no answer comes, however often it is asked, and shows one that comes after all',
  async (_, useIt) => {
    const { load, answers } = hangingSource();
    const { result } = renderHook(() => useIt(load), {
      wrapper: ({ children }) => (
        <TestApiProvider apis={[]}>{children}</TestApiProvider>
      ),
    });
    const state = () => result.current.result;
    await passes(20);
    act(() => result.current.reload());
    await passes(9);
    expect(state()).toEqual({ state: 'loading' });
    await passes(2);
    expect(state()).toEqual({
      state: 'failed',
      error: new Error('No answer came within 30 seconds'),
    });
    await answers('high');
    expect(state()).toMatchObject({ state: 'ready', value: 'high' });

    // The next question has all of its time.
    act(() => result.current.reload());
    await passes(29);
    await answers('low');
    await passes(10);
    expect(state()).toMatchObject({ state: 'ready', value: 'low' });
  },
);

it('keeps what is known while a source hangs, and says why there is nothing newer', async () => {
  const { load, answers } = hangingSource();
  const { result } = renderHook(() => useKept('tide', load), {
    wrapper: ({ children }) => (
      <TestApiProvider apis={[]}>{children}</TestApiProvider>
    ),
  });
  await answers('high');
  act(() => result.current.reload());
  await passes(31);
  expect(result.current.result).toMatchObject({
    state: 'ready',
    value: 'high',
    error: new Error('No answer came within 30 seconds'),
  });
});
