import { parseGitLocation } from './GitLocation';

const allowedHosts = ['git.example.com', 'other.example.com:8443'];

function parse(value: string) {
  return parseGitLocation({ value, allowedHosts });
}

describe('parseGitLocation', () => {
  it.each([
    ['https://git.example.com/a/b.git', 'https://git.example.com/a/b.git'],
    ['HTTPS://GIT.Example.com:443/a/b', 'https://git.example.com/a/b'],
    ['https://other.example.com:8443/a', 'https://other.example.com:8443/a'],
    ['ssh://git@git.example.com/a/b', 'ssh://git@git.example.com/a/b'],
    ['ssh://git@GIT.example.com:22/a/b', 'ssh://git@git.example.com/a/b'],
    ['git@Git.example.com:a/b.git', 'git@git.example.com:a/b.git'],
    ['https://git.example.com/a/../b', 'https://git.example.com/b'],
  ])('accepts %s', (value, url) => {
    expect(parse(value)).toMatchObject({ type: 'url', url, display: url });
  });

  it.each(['.', '/srv/git/a', '../b', 'a b', 'ünïcode', 'host:path', 'a@b'])(
    'takes %s for a path',
    value => {
      expect(parse(value)).toEqual({
        type: 'path',
        path: value,
        display: value,
      });
    },
  );

  it.each([
    ['http://git.example.com/a', 'protocol http://'],
    ['git://git.example.com/a', 'protocol git://'],
    ['file:///etc', 'protocol file://'],
    ['FILE:///etc', 'protocol file://'],
    ['ext::sh -c touch% /x', 'protocol ext::'],
    ['fd::17/foo', 'protocol fd::'],
    ['ext::ssh://git.example.com/a', 'protocol ext::ssh://'],
    ['https::https://git.example.com/a', 'protocol https::https://'],
    ['ftp://git.example.com/a', 'protocol ftp://'],
    ['https://elsewhere.example.com/a', 'host elsewhere.example.com is not'],
    ['https://git.example.com:8443/a', 'host git.example.com:8443 is not'],
    ['https://git.example.com.evil.net/a', 'host git.example.com.evil.net'],
    ['https://evil.net/git.example.com', 'host evil.net'],
    ['git@evil.net:a', 'host evil.net'],
    ['ssh://git@git.example.com:23/a', 'host git.example.com:23'],
  ])('refuses %s', (value, message) => {
    expect(() => parse(value)).toThrow(
      expect.objectContaining({
        name: 'NotAllowedError',
        message: expect.stringContaining(message),
      }),
    );
  });

  it.each([
    '',
    ' ',
    '--upload-pack=touch /tmp/x',
    '-a',
    'a\nb',
    'a\0b',
    'https://git.example.com/a\n',
    'https://git.example.com',
    'https://git.example.com/a?token=1',
    'https://git.example.com/a#b',
    'https://evil.net\\@git.example.com/a',
    'https://git.example.com/a%0ab',
    'ssh://-oProxyCommand=x/a',
    'ssh://-x@git.example.com/a',
    'ssh://git.example.com',
    '-x@git.example.com:a',
    'git@git.example.com:-a',
    'git@git.example.com::a',
    'a@-git.example.com:b',
    'https://[::1]/a',
    'x'.repeat(2001),
  ])('refuses %j as malformed', value => {
    expect(() => parse(value)).toThrow(
      expect.objectContaining({ name: 'InputError' }),
    );
  });

  it.each([
    'https://user:hunter2@git.example.com/a',
    'https://hunter2@git.example.com/a',
    'ssh://git:hunter2@git.example.com/a',
    'https://git.example.com/a?token=hunter2',
    'https://git.example.com/a#hunter2',
    'ftp://user:hunter2@git.example.com/a',
  ])('does not repeat the secret of %s', value => {
    let message = '';
    try {
      parse(value);
    } catch (error) {
      message = String(error);
    }
    expect(message).not.toBe('');
    expect(message).not.toContain('hunter2');
  });
});
