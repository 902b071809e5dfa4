import { parseGenericDelivery } from './parseGenericDelivery';

const activity = {
  id: 'pr-1',
  kind: 'pull-request',
  repository: 'git.example.com/Team/shop',
  entityRef: 'Component:shop',
  title: 'Pay by card',
  at: '2026-01-30T09:30:00Z',
  state: 'merged',
};

function parse(body: unknown) {
  return parseGenericDelivery({
    event: '',
    headers: {},
    body: JSON.stringify(body),
    receivedAt: '2026-01-31T09:30:00.000Z',
  });
}

describe('parseGenericDelivery', () => {
  it('reads one and many', () => {
    const expected = {
      naturalId: 'generic:git.example.com/team/shop:pull-request:pr-1',
      repository: {
        name: 'git.example.com/Team/shop',
        entityRefs: ['component:default/shop'],
      },
      state: 'merged',
      demo: false,
    };
    expect(parse({ type: 'activity', ...activity }).activities).toMatchObject([
      expected,
    ]);
    const two = [activity, { ...activity, id: '2', demo: true }];
    expect(parse({ activities: two }).activities).toMatchObject([
      expected,
      { demo: true },
    ]);
    const { repository: _, ...nameless } = activity;
    expect(parse({ activities: [nameless] }).activities).toMatchObject([
      { repository: { name: 'component:default/shop' } },
    ]);
  });

  it('says what is wrong, and where', () => {
    const without = {
      ...activity,
      repository: undefined,
      entityRef: undefined,
    };
    const { activities, rejected } = parse({
      activities: [
        { ...activity, id: '' },
        { ...activity, kind: 'sale' },
        { ...activity, entityRef: 'no ref' },
        without,
        { ...activity, title: ' ' },
        { ...activity, at: 'yesterday' },
        // eslint-disable-next-line no-script-url -- this is what must be refused
        { ...activity, url: 'javascript:alert(1)' },
        { ...activity, state: 'great' },
        activity,
        17,
      ],
    });
    expect(activities).toHaveLength(1);
    expect(rejected?.map(reason => reason.split(':')[0])).toEqual([
      'activities[0].id',
      'activities[1].kind',
      'activities[2].entityRef',
      'activities[3].repository',
      'activities[4].title',
      'activities[5].at',
      'activities[6].url',
      'activities[7].state',
      'activities[9].id',
    ]);
    expect(parse({ type: 'activity' }).rejected?.[0]).toMatch(/^id: expected/);
    expect(parse({ deployments: [] }).ignored).toMatch(/no activities/);
  });
});
