import { repositoryLinks } from '.';

const source = 'backstage.io/source-location';

function linksOf(annotations?: Record<string, string>) {
  const links = repositoryLinks({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'shop', namespace: 'default', annotations },
  });
  return links && [links.commit('c0ffee'), links.pullRequest(12)];
}

it.each([
  ['https://github.com/org/shop/tree/main/', 'commit', 'pull'],
  ['https://git.example.com/org/shop/blob/main/a/b.yaml', 'commit', 'pull'],
  ['https://github.com/org/shop', 'commit', 'pull'],
  [
    'https://gitlab.example.com/group/below/shop/-/tree/main/',
    '-/commit',
    '-/merge_requests',
  ],
  ['https://gitlab.com/group/shop', '-/commit', '-/merge_requests'],
  [
    'https://dev.azure.com/org/project/_git/shop?path=%2Fapi&version=GBmain',
    'commit',
    'pullrequest',
  ],
  ['https://gitea.example.com/org/shop/src/branch/main/', 'commit', 'pulls'],
  ['https://bitbucket.org/org/shop/src/main/', 'commits', 'pull-requests'],
  [
    'https://bitbucket.example.com/projects/ORG/repos/shop/browse',
    'commits',
    'pull-requests',
  ],
])('knows where %s shows its work', (location, commit, pullRequest) => {
  const [repository] = /^https:\/\/[^?]*?\/shop(?=$|[/?])/.exec(location) ?? [];
  expect(linksOf({ [source]: `url:${location}` })).toEqual([
    `${repository}/${commit}/c0ffee`,
    `${repository}/${pullRequest}/12`,
  ]);
});

it('goes by the project rather than by where the catalog file is', () => {
  const slug = { 'github.com/project-slug': 'org/shop' };
  expect(linksOf(slug)?.[0]).toBe('https://github.com/org/shop/commit/c0ffee');
  const central = 'url:https://ghe.example.com/org/catalog/tree/main/shop/';
  expect(linksOf({ ...slug, [source]: central })?.[0]).toBe(
    'https://ghe.example.com/org/shop/commit/c0ffee',
  );
  expect(linksOf({ 'gitlab.com/project-slug': 'a/b/shop' })?.[1]).toBe(
    'https://gitlab.com/a/b/shop/-/merge_requests/12',
  );
});

it.each<Record<string, string> | undefined>([
  undefined,
  {},
  { [source]: 'file:/srv/catalog/shop.yaml' },
  { [source]: 'url:javascript:alert(1)//org/shop/tree/main/' },
  { [source]: 'url:https://files.example.com/shop.yaml' },
  { [source]: 'nonsense' },
  { 'github.com/project-slug': '../../elsewhere?x' },
])('leads nowhere from %j', annotations => {
  expect(linksOf(annotations)).toBeUndefined();
});
