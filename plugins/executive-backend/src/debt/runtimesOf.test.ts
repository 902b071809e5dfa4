import fc from 'fast-check';
import { isDay } from '../snapshots/days';
import { datesOf, endOfLifeDates } from './endOfLifeDates';
import { runtimesOf } from './runtimesOf';

describe('runtimes of a component', () => {
  it('belong to the cycle that their version begins with', () => {
    const ends = runtimesOf(
      'nodejs@22.4.1, python@3.10.2, Java@v17, spring-boot@3.1',
    ).map(({ known }) => `${known?.product.id} ${known?.cycle}`);
    expect(ends).toEqual([
      'nodejs 22',
      'python 3.10',
      'java 17',
      'spring-boot 3.1',
    ]);
  });

  it('are said to be unknown where they are', () => {
    expect(
      runtimesOf('cobol@85, nodejs@1, nodejs, @3, python@3.1').map(
        ({ known, text }) => [text, known],
      ),
    ).toEqual([
      ['cobol@85', undefined],
      ['nodejs@1', undefined],
      ['nodejs', undefined],
      ['@3', undefined],
      ['python@3.1', undefined],
    ]);
    expect(runtimesOf(undefined)).toEqual([]);
  });

  it('are read of any text, and few of a long one', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 2000 }), text => {
        const found = runtimesOf(text);
        expect(found.length).toBeLessThanOrEqual(50);
        expect(found.every(each => each.text.length <= 100)).toBe(true);
      }),
    );
  });

  it('end on days of the calendar, by the word of their makers', () => {
    expect(isDay(datesOf)).toBe(true);
    for (const { cycles, source } of endOfLifeDates) {
      expect(source).toMatch(/^https:\/\//);
      for (const day of Object.values(cycles)) {
        expect(isDay(day)).toBe(true);
      }
    }
  });
});
