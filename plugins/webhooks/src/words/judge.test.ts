import { consumer, sender } from '../testing';
import { answerArrival, answerFlow, stepsToTake } from './answer';
import { judgeConsumer } from './judgeConsumer';
import { countOutcomes, judgeSender } from './judgeSender';

const now = new Date('2026-03-10T12:00:00Z');

function before(minutes: number): string {
  return new Date(now.getTime() - minutes * 60_000).toISOString();
}

function refused(minutes: number) {
  return {
    event: '',
    outcome: 'unauthorized' as const,
    count: 2,
    lastAt: before(minutes),
  };
}

it('judges a sender by what came last, and by the last day', () => {
  const received = { lastReceivedAt: before(60) };
  const cases: [Parameters<typeof sender>[0], string, string][] = [
    [{ configured: false, counts: [] }, 'unknown', 'Not set up'],
    [
      { lastReceivedAt: undefined, counts: [] },
      'unknown',
      'Nothing received yet',
    ],
    [{ ...received, counts: [] }, 'good', 'Arrives'],
    [{ ...received, counts: [refused(25 * 60)] }, 'good', 'Arrives'],
    [
      { ...received, counts: [refused(23 * 60)] },
      'warning',
      'Some refused in the last 24 hours',
    ],
    [
      { ...received, counts: [refused(59)] },
      'bad',
      'Its latest request was refused',
    ],
    [
      { lastReceivedAt: undefined, counts: [refused(9_000)] },
      'bad',
      'Its latest request was refused',
    ],
  ];
  for (const [changes, tone, words] of cases) {
    expect(judgeSender(sender(changes), now)).toEqual({ tone, words });
  }
});

it('sums outcomes over events', () => {
  const counts = [refused(1), refused(2), { ...refused(3), count: 40 }];
  expect(countOutcomes(counts)).toEqual({
    accepted: 0,
    'unknown-event': 0,
    duplicate: 0,
    unauthorized: 44,
    malformed: 0,
    'too-large': 0,
  });
});

it('judges a consumer by whether it reads, and how late it is', () => {
  const seen = { lastSeenAt: before(0) };
  const cases: [Parameters<typeof consumer>[0], string, RegExp][] = [
    [seen, 'good', /Keeps up/],
    [{ active: false, lastSeenAt: before(0.4) }, 'good', /Keeps up/],
    [{ active: false, lastSeenAt: before(0.6) }, 'bad', /Stopped/],
    [{ ...seen, lag: 9, oldestWaitingAt: before(4) }, 'good', /Keeps up/],
    [{ ...seen, lag: 9, oldestWaitingAt: before(6) }, 'bad', /Behind/],
    [{ ...seen, retrying: 1 }, 'warning', /Tries some again/],
    [{ ...seen, retrying: 1, deadLetters: 1 }, 'warning', /gave some up/],
  ];
  for (const [changes, tone, words] of cases) {
    const judgement = judgeConsumer(consumer(changes), now);
    expect(judgement).toEqual({ tone, words: expect.stringMatching(words) });
  }
});

it('answers the three questions', () => {
  const seen = { lastSeenAt: before(0) };
  const off = sender({ configured: false, counts: [] });
  expect(answerArrival([off], now).words).toBe('No sender is set up');
  const quiet = sender({ lastReceivedAt: undefined, counts: [] });
  expect(answerArrival([quiet], now).words).toBe('Nothing has arrived yet');
  const fine = sender({ lastReceivedAt: before(5), counts: [] });
  expect(answerArrival([fine, quiet], now).tone).toBe('good');
  const broken = sender({ title: 'GitLab', counts: [refused(1)] });
  const both = [fine, { ...broken, lastReceivedAt: before(2) }];
  expect(answerArrival(both, now)).toEqual({
    tone: 'bad',
    words: 'No, requests of GitLab are refused',
  });

  const some = sender({ lastReceivedAt: before(0), counts: [refused(1)] });
  expect(answerArrival([some], now)).toEqual({
    tone: 'warning',
    words: 'Not all: some requests of GitHub were refused',
  });

  expect(answerFlow([], now).tone).toBe('unknown');
  expect(answerFlow([consumer(seen)], now).words).toBe(
    'No, 1 consumer keeps up',
  );
  const tries = consumer({ ...seen, retrying: 2 });
  expect(answerFlow([tries, tries], now).words).toBe(
    'No, but 4 deliveries are tried again',
  );
  const stopped = consumer({ active: false, lastSeenAt: before(9) });
  expect(answerFlow([tries, stopped], now).words).toBe('Yes: catalog');

  expect(stepsToTake([fine], [consumer(seen)], now)).toEqual([]);
  const steps = stepsToTake(both, [{ ...stopped, deadLetters: 3 }], now);
  expect(steps).toEqual([
    { section: 'dead-letters', words: 'Mend and replay 3 dead letters' },
    { section: 'senders', words: 'See why requests of GitLab were refused' },
    { section: 'consumers', words: 'Get catalog going' },
  ]);
});
