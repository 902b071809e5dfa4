import fc from 'fast-check';
import { placeOnGithub } from './placeOnGithub';

const hosts = ['github.com', 'ghe.example.com'];

it.each([
  [
    'https://github.com/team/boards/tree/main/a%20b/prod1.yaml',
    'a b/prod1.yaml',
  ],
  ['https://ghe.example.com/team/boards/blob/main/prod1.yaml', 'prod1.yaml'],
])('reads %s', (url, path) => {
  expect(placeOnGithub(url, hosts)).toEqual({
    host: new URL(url).host,
    slug: 'team/boards',
    branch: 'main',
    path,
  });
});

it.each([
  'https://gitlab.com/team/boards/-/blob/main/prod1.yaml',
  'https://github.com/team/boards',
  'https://github.com/team/boards/tree/main/',
  'https://github.com/team/boards/tree/%E0/x.yaml',
  'prod1.yaml',
])('passes over %s', url => {
  expect(placeOnGithub(url, hosts)).toBeUndefined();
});

it('never fails', () => {
  fc.assert(
    fc.property(fc.string(), text => {
      for (const url of [text, `https://github.com/a/b/tree/main/${text}`]) {
        expect(() => placeOnGithub(url, hosts)).not.toThrow();
      }
    }),
  );
});
