// Written to the schema of https://docs.gitlab.com/user/project/integrations/webhook_events/

const project = {
  id: 30,
  name: 'Shop',
  description: '',
  web_url: 'https://gitlab.example.com/Team/shop',
  avatar_url: null,
  git_ssh_url: 'ssh://git@gitlab.example.com/Team/shop.git',
  git_http_url: 'https://gitlab.example.com/Team/shop.git',
  namespace: 'Team',
  visibility_level: 0,
  path_with_namespace: 'Team/shop',
  default_branch: 'main',
  ci_config_path: '',
};
const user = { id: 4, name: 'Ada', username: 'ada', email: '[REDACTED]' };
const label = { id: 206, title: 'Incident', color: '#ff0000', group_id: 41 };
const commitUrl = `${project.web_url}/-/commit`;

export const shas = {
  before: '9579'.repeat(10),
  first: 'b656'.repeat(10),
  second: 'da15'.repeat(10),
};

/** #deployment-events */
export const deployment = {
  object_kind: 'deployment',
  status: 'success',
  status_changed_at: '2026-01-28 21:50:00 +0200',
  deployment_id: 15,
  deployable_id: 796,
  deployable_url: `${project.web_url}/-/jobs/796`,
  environment: 'staging',
  environment_tier: 'staging',
  environment_slug: 'staging',
  environment_external_url: 'https://staging.example.com',
  project,
  ref: 'v1.4.0',
  short_sha: shas.second.slice(0, 8),
  user,
  user_url: 'https://gitlab.example.com/ada',
  commit_url: `${commitUrl}/${shas.second}`,
  commit_title: 'Add new file',
};

/** #pipeline-events */
export const pipeline = {
  object_kind: 'pipeline',
  object_attributes: {
    id: 31,
    iid: 3,
    name: 'Deploy shop',
    ref: 'main',
    tag: false,
    sha: shas.second,
    before_sha: shas.first,
    source: 'push',
    status: 'success',
    detailed_status: 'passed',
    stages: ['build', 'deploy'],
    created_at: '2026-01-12 15:23:28 UTC',
    finished_at: '2026-01-12 15:26:29 UTC',
    duration: 63,
    variables: [],
    url: `${project.web_url}/-/pipelines/31`,
  },
  merge_request: null,
  user,
  project,
  commit: { id: shas.second, message: 'test\n' },
  builds: [],
};

/** #push-events */
export const push = {
  object_kind: 'push',
  event_name: 'push',
  before: shas.before,
  after: shas.second,
  ref: 'refs/heads/main',
  ref_protected: true,
  checkout_sha: shas.second,
  user_id: 4,
  project_id: 30,
  project,
  commits: [
    {
      id: shas.first,
      message: `Revert "x"\n\nThis reverts commit ${shas.before}.`,
      title: 'Revert "x"',
      timestamp: '2026-01-12T14:27:31+02:00',
      url: `${commitUrl}/${shas.first}`,
      author: { name: 'Ada', email: '[REDACTED]' },
      added: ['CHANGELOG'],
      modified: [],
      removed: [],
    },
    {
      id: shas.second,
      message: "Merge branch 'x' into 'main'\n\nSee merge request Team/shop!7",
      title: "Merge branch 'x' into 'main'",
      timestamp: '2026-01-13T23:36:29+02:00',
      url: `${commitUrl}/${shas.second}`,
      author: { name: 'Ada', email: '[REDACTED]' },
      added: [],
      modified: [],
      removed: [],
    },
  ],
  total_commits_count: 2,
};

/** #tag-events; `commits` has the tagged commit, though the example of the documentation has none. */
export const tagPush = {
  ...push,
  object_kind: 'tag_push',
  event_name: 'tag_push',
  before: '0'.repeat(40),
  after: '82b3'.repeat(10),
  ref: 'refs/tags/v1.4.0',
  commits: [push.commits[1]],
  total_commits_count: 1,
};

/** #release-events */
export const release = {
  id: 1,
  created_at: '2026-01-14 12:55:12 UTC',
  description: 'v1.4.0 has been released',
  name: 'v1.4.0',
  released_at: '2026-01-14 13:00:00 UTC',
  tag: 'v1.4.0',
  object_kind: 'release',
  project,
  url: `${project.web_url}/-/releases/v1.4.0`,
  action: 'create',
  assets: { count: 0, links: [], sources: [] },
  commit: { id: shas.second, message: 'Release', title: 'Release' },
};

/** #merge-request-events */
export const mergeRequest = {
  object_kind: 'merge_request',
  event_type: 'merge_request',
  user,
  project,
  object_attributes: {
    id: 99,
    iid: 7,
    target_branch: 'main',
    source_branch: 'x',
    author_id: 51,
    title: 'Add x',
    created_at: '2026-01-03T17:23:34Z',
    updated_at: '2026-01-03T17:23:34Z',
    state: 'opened',
    merge_commit_sha: null,
    url: `${project.web_url}/-/merge_requests/7`,
    last_commit: { id: shas.first, timestamp: '2026-01-03T14:27:31+02:00' },
    labels: [],
    action: 'open',
  },
  labels: [],
  changes: {},
};

/** #work-item-events */
export const issue = {
  object_kind: 'issue',
  event_type: 'issue',
  user,
  project,
  object_attributes: {
    id: 301,
    title: 'Checkout is down',
    author_id: 51,
    project_id: 30,
    created_at: '2026-01-05T17:15:43Z',
    updated_at: '2026-01-05T17:15:43Z',
    description: 'Nobody can pay.\n\nCaused by: gitlab:deployment:15',
    moved_to_id: null,
    duplicated_to_id: null,
    type: 'Issue',
    iid: 23,
    url: `${project.web_url}/-/issues/23`,
    state: 'opened',
    action: 'open',
    labels: [label],
  },
  labels: [label],
  changes: {},
};

export const gitlabPayloads: Record<string, object> = {
  deployment,
  issue,
  merge_request: mergeRequest,
  pipeline,
  push,
  release,
  tag_push: tagPush,
};
