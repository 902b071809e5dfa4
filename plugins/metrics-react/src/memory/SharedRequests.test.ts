import { SharedRequests } from './SharedRequests';

function start() {
  let time = 0;
  const shared = SharedRequests.create({ now: () => time });
  const signals: AbortSignal[] = [];
  let answer: () => Promise<number> = async () => signals.length;
  const ask = (isAgain = false, controller = new AbortController()) =>
    shared.ask({
      key: 'tide',
      isAgain,
      signal: controller.signal,
      load: signal => {
        signals.push(signal);
        return answer();
      },
    });
  return {
    ask,
    signals,
    passes: (ms: number) => {
      time += ms;
    },
    answers: (next: () => Promise<number>) => {
      answer = next;
    },
  };
}

it('asks once for views that are opened together', async () => {
  const { ask, passes } = start();
  const first = ask();
  passes(500);
  expect(await Promise.all([first, ask()])).toEqual([1, 1]);
  passes(501);
  expect(await ask()).toBe(2);
});

it('asks anew where something may have changed, once for all who ask then', async () => {
  const { ask, passes } = start();
  const first = ask();
  passes(30);
  const again = [ask(true), ask(true)];
  expect(await Promise.all([first, ...again])).toEqual([1, 2, 2]);
});

it('gives up when the last view has gone, and asks anew for the next', async () => {
  const { ask, signals, answers } = start();
  answers(() => new Promise(() => {}));
  const [one, other] = [new AbortController(), new AbortController()];
  ask(false, one);
  ask(false, other);
  one.abort();
  expect(signals[0].aborted).toBe(false);
  other.abort();
  expect(signals[0].aborted).toBe(true);
  answers(async () => 7);
  expect(await ask()).toBe(7);
});

it('does not share a failure with who comes later', async () => {
  const { ask, answers } = start();
  answers(async () => {
    throw new Error('The gauge lies dry');
  });
  await expect(ask()).rejects.toThrow('dry');
  answers(async () => 3);
  expect(await ask()).toBe(3);
});
