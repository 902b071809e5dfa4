import { accountsOf } from './accountsOf';

it('knows a person by logins, names and addresses, each at its source', () => {
  const accounts = accountsOf({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: {
      name: 'kim-lind',
      annotations: {
        'github.com/user-login': 'KimL',
        'git.example.com/user-login': 'https://git.example.com/kim.lind/',
        'example.com/other': 'nobody',
      },
    },
    spec: { profile: { displayName: 'Kim Lind', email: 'kim@example.com' } },
  });
  const of = (source: string) =>
    accounts.filter(each => each.source === source).map(({ name }) => name);
  expect(of('github')).toEqual(['kiml', 'kim.lind']);
  expect(of('gitlab')).toEqual(['kiml', 'kim.lind']);
  expect(of('azure-devops')).toEqual(['kim lind', 'kim@example.com']);
  expect(of('generic')).toEqual([
    'kiml',
    'kim.lind',
    'kim lind',
    'kim@example.com',
    'kim-lind',
  ]);
});

it('knows nobody by nothing', () => {
  const accounts = accountsOf({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: { name: 'kim', annotations: { 'github.com/user-login': '' } },
    spec: {},
  });
  expect(accounts).toEqual([{ source: 'generic', name: 'kim' }]);
});
