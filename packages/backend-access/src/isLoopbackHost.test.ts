import { isLoopbackHost } from './isLoopbackHost';

describe('isLoopbackHost', () => {
  it.each([
    'localhost',
    'LOCALHOST',
    '127.0.0.1',
    '127.255.255.254',
    '::1',
    '[::1]',
    '0:0:0:0:0:0:0:1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
  ])('takes %s as this machine', host => {
    expect(isLoopbackHost(host)).toBe(true);
  });

  it.each([
    '',
    '0.0.0.0',
    '::',
    '10.0.0.1',
    '128.0.0.1',
    '::ffff:10.0.0.1',
    '::2',
    '127.0.0.1.example.com',
    'localhost.example.com',
    'notlocalhost',
    '0177.0.0.1',
    'portal.example.com',
    '127.1/evil',
  ])('takes %s as another machine', host => {
    expect(isLoopbackHost(host)).toBe(false);
  });
});
