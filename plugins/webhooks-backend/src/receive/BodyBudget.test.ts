import fc from 'fast-check';
import { BodyBudget } from './BodyBudget';

describe('BodyBudget', () => {
  it('never lets more in than it has, and gives back what is over', async () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 50 }), { maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(sizes, async list => {
        const budget = BodyBudget.create({ bytes: 100 });
        let [taken, most] = [0, 0];
        const done: (() => void)[] = [];
        const all = list.map(size =>
          budget
            .use(size, async () => {
              taken += size;
              most = Math.max(most, taken);
              await new Promise<void>(resolve => done.push(resolve));
              taken -= size;
              return 'read';
            })
            .catch(error => error.name),
        );
        await Promise.resolve();
        expect(most).toBeLessThanOrEqual(100);
        done.forEach(resolve => resolve());
        const answers = await Promise.all(all);
        expect(answers.filter(each => each === 'read')).toHaveLength(
          done.length,
        );
        expect(
          answers.every(
            each => each === 'read' || each === 'ServiceUnavailableError',
          ),
        ).toBe(true);
        // Everything is over, and as much fits as before.
        expect(await budget.use(100, async () => 'read')).toBe('read');
      }),
    );
  });
});
