import type { LogEvent } from '@backstage/plugin-scaffolder-common';
import { summariseEvents } from './summariseEvents';

let id = 0;

function event(
  type: string,
  body: object = {},
  createdAt = '2026-11-26T10:00:00Z',
): LogEvent {
  id++;
  return { id, taskId: 't', type, body, createdAt } as unknown as LogEvent;
}

describe('summariseEvents', () => {
  it('knows the end, the failed step and what was made', () => {
    expect(summariseEvents([event('log', { stepId: 'a' })])).toEqual({
      entityRefs: [],
    });
    const failed = event('log', { stepId: 'b', status: 'failed' });
    const end = event('completion', {}, '2026-11-26T10:01:00Z');
    expect(summariseEvents([end, failed])).toEqual({
      endedAt: new Date('2026-11-26T10:01:00Z'),
      failedStepId: 'b',
      entityRefs: [],
    });
    const made = event('completion', {
      output: {
        entityRef: 'Component:default/Shop',
        links: [
          { entityRef: 'component:default/shop' },
          { entityRef: 'api:default/shop' },
          { entityRef: '../../etc' },
          { url: 'https://example.com' },
          null,
        ],
      },
    });
    expect(summariseEvents([made]).entityRefs).toEqual([
      'component:default/shop',
      'api:default/shop',
    ]);
  });

  it('forgets what an attempt before a retry said', () => {
    const events = [
      event('log', { stepId: 'b', status: 'failed' }),
      event('recovered'),
      event('log', { stepId: 'b', status: 'completed' }),
      event('completion', { output: { entityRef: 'component:default/a' } }),
    ];
    const { failedStepId, entityRefs } = summariseEvents(events);
    expect(failedStepId).toBeUndefined();
    expect(entityRefs).toEqual(['component:default/a']);
    expect(summariseEvents(events.slice(0, 3)).endedAt).toBeUndefined();
  });

  it('takes any output for what it is', () => {
    for (const output of [undefined, null, 1, 'x', { links: 'x' }, []]) {
      expect(summariseEvents([event('completion', { output })])).toMatchObject({
        entityRefs: [],
      });
    }
  });
});
