import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import fc from 'fast-check';
import { AgeNote } from '../components';
import { responseError } from '../testUtils';
import { AnswerMemory, answerMemoryApiRef, useKept } from '.';

type Load = (signal: AbortSignal) => Promise<string>;

function View({ load }: { load: Load }) {
  const { result, reload } = useKept('tide', load);
  return (
    <>
      <button onClick={reload}>Again</button>
      {result.state === 'ready' ? (
        <p>
          {result.value} <AgeNote subject="tides" {...result} />
        </p>
      ) : (
        <p>{result.state}</p>
      )}
    </>
  );
}

function show(load: Load, memory = AnswerMemory.create()) {
  renderInTestApp(<View load={load} />, {
    apis: [[answerMemoryApiRef, memory]],
  });
  return memory;
}

const again = () =>
  userEvent.click(screen.getByRole('button', { name: 'Again' }));

it('shows what is known with its age while it is asked again, and when that fails', async () => {
  let answer: () => Promise<string> = async () => 'high';
  const memory = show(() => answer());
  expect(await screen.findByText('high')).toBeInTheDocument();
  expect(screen.queryByText(/From/)).not.toBeInTheDocument();

  let fail: (error: Error) => void = () => {};
  answer = () =>
    new Promise((_, reject) => {
      fail = reject;
    });
  await again();
  expect(await screen.findByText(/From/)).toHaveTextContent(
    'From this minute, loading',
  );
  fail(new TypeError('The gauge lies dry'));
  expect(await screen.findByText(/Could not load/)).toHaveTextContent(
    'Could not load; from this minute',
  );
  expect(screen.getByText('high')).toBeInTheDocument();
  expect(memory.get('tide')?.value).toBe('high');

  answer = async () => 'low';
  await again();
  expect(await screen.findByText('low')).toBeInTheDocument();
  expect(screen.queryByText(/Could not load/)).not.toBeInTheDocument();
});

it('begins with what was known before the view was closed', async () => {
  const memory = AnswerMemory.create();
  memory.set('tide', { value: 'ebb', at: '2026-01-01T00:00:00Z' });
  show(() => new Promise(() => {}), memory);
  expect(await screen.findByText('ebb')).toBeInTheDocument();
  expect(screen.getByText(/From/)).toBeInTheDocument();
});

it('does not keep what the reader may no longer see', async () => {
  const memory = AnswerMemory.create();
  memory.set('tide', { value: 'ebb', at: '2026-01-01T00:00:00Z' });
  const refusal = await responseError(403, 'NotAllowedError', 'Not yours');
  show(async () => Promise.reject(refusal), memory);
  expect(await screen.findByText('failed')).toBeInTheDocument();
  expect(memory.get('tide')).toBeUndefined();
});

it('keeps the answers that were looked at last', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(9), { minLength: 1, maxLength: 60 }),
      fc.integer({ min: 1, max: 5 }),
      (keys, most) => {
        const memory = AnswerMemory.create({ most });
        for (const key of keys) {
          memory.set(`${key}`, { value: key, at: '2026-01-01T00:00:00Z' });
        }
        const latest = [...new Set([...keys].reverse())].slice(0, most);
        for (let key = 0; key < 10; key++) {
          expect(memory.get(`${key}`)?.value).toBe(
            latest.includes(key) ? key : undefined,
          );
        }
      },
    ),
  );
});
