import { parseGitlabDelivery } from './parseGitlabDelivery';

// To the schema of https://docs.gitlab.com/user/project/integrations/webhook_events/
const project = {
  id: 30,
  web_url: 'https://gitlab.example.com/Team/sub/shop',
  path_with_namespace: 'Team/sub/shop',
};
const user = { username: 'ada', name: 'Ada' };
const request = {
  iid: 7,
  title: 'Add x',
  created_at: '2026-01-03 17:23:34 UTC',
  updated_at: '2026-01-04T17:23:34Z',
  target_branch: 'main',
  url: `${project.web_url}/-/merge_requests/7`,
};

function parse(body: object) {
  return parseGitlabDelivery({
    event: '',
    headers: {},
    body: JSON.stringify({ project, user, ...body }),
    receivedAt: '2026-01-31T09:30:00.000Z',
  });
}

describe('parseGitlabDelivery', () => {
  it('reads pushes and tags', () => {
    const push = {
      object_kind: 'push',
      ref: 'refs/heads/main',
      before: 'a'.repeat(40),
      after: 'b'.repeat(40),
      user_username: 'ada',
      user: undefined,
      commits: [
        { title: 'Old', url: `${project.web_url}/-/commit/1` },
        { title: 'New', url: `${project.web_url}/-/commit/2` },
      ],
      total_commits_count: 2,
    };
    expect(parse(push).activities).toMatchObject([
      {
        repository: {
          name: 'gitlab.example.com/Team/sub/shop',
          key: 'gitlab.example.com/team/sub/shop',
          looseKey: 'gitlab:team/sub/shop',
        },
        title: 'New',
        detail: '2 commits to main',
        actor: 'ada',
      },
    ]);
    const tag = { ...push, ref: 'refs/tags/v1', before: '0'.repeat(40) };
    expect(parse({ ...tag, object_kind: 'tag_push' }).activities).toMatchObject(
      [{ title: 'Tag v1', state: 'created' }],
    );
  });

  it('reads merge requests, approvals and comments', () => {
    const send = (action: string) =>
      parse({
        object_kind: 'merge_request',
        object_attributes: { ...request, action },
      }).activities;
    expect(send('open')).toMatchObject([
      {
        kind: 'pull-request',
        state: 'opened',
        detail: '!7 into main',
        at: new Date('2026-01-03T17:23:34Z'),
      },
    ]);
    expect(send('merge')).toMatchObject([{ state: 'merged' }]);
    expect(send('approved')).toMatchObject([
      { kind: 'review', state: 'approved', title: 'Add x' },
    ]);
    expect(send('update')).toEqual([]);
    const note = {
      object_kind: 'note',
      object_attributes: {
        id: 5,
        noteable_type: 'MergeRequest',
        created_at: '2026-01-03 17:23:34 +0200',
      },
      merge_request: request,
    };
    expect(parse(note).activities).toMatchObject([
      { state: 'commented', at: new Date('2026-01-03T15:23:34Z') },
    ]);
  });

  it('reads issues, releases and pipelines', () => {
    const issue = { ...request, action: 'close' };
    expect(
      parse({ object_kind: 'issue', object_attributes: issue }).activities,
    ).toMatchObject([{ kind: 'issue', state: 'closed', detail: '#7' }]);
    const release = { id: 1, name: 'Spring', tag: 'v1', action: 'create' };
    expect(
      parse({ object_kind: 'release', ...release }).activities,
    ).toMatchObject([{ title: 'Spring', detail: 'v1', state: 'published' }]);
    const pipeline = { id: 31, name: 'Deploy', ref: 'main', status: 'failed' };
    expect(
      parse({
        object_kind: 'pipeline',
        object_attributes: pipeline,
        commit: { title: 'Add x' },
      }).activities,
    ).toMatchObject([
      { state: 'failure', title: 'Add x', detail: 'Deploy on main', rank: 3 },
    ]);
  });

  it('leaves alone what shows nothing', () => {
    expect(parse({ object_kind: 'wiki_page' }).ignored).toMatch(/wiki_page/);
    expect(parse({ project: undefined }).ignored).toMatch(/no project/);
    expect(parse({ object_kind: 'constructor' }).ignored).toBeDefined();
  });
});
