import { formatBytes } from './formatBytes';

it.each([
  [0, '0 bytes'],
  [1, '1 byte'],
  [999, '999 bytes'],
  [1000, '1 kB'],
  [1234, '1.2 kB'],
  [5_000_000, '5 MB'],
])('%s is %s', (bytes, words) => {
  expect(formatBytes(bytes)).toBe(words);
});
