import { foldLines } from './foldLines';

it('keeps three lines around each change and says where lines are left out', () => {
  const lines = Array.from({ length: 12 }, (_, index) => ({
    change: index === 5 ? ('added' as const) : ('same' as const),
    text: String(index),
  }));
  expect(
    foldLines(lines).map(part =>
      typeof part === 'number' ? '…' : part.line.text,
    ),
  ).toEqual(['…', '2', '3', '4', '5', '6', '7', '8', '…']);
  expect(foldLines([])).toEqual([]);
});
