import { NotAllowedError } from '@backstage/errors';
import { TargetGuard } from './TargetGuard';

const guard = TargetGuard.create({ allow: [] });

it.each([
  '127.0.0.1',
  '127.9.9.9',
  '0.0.0.0',
  '10.0.0.1',
  '172.16.0.1',
  '192.168.1.1',
  '100.64.0.1',
  '169.254.169.254',
  '224.0.0.1',
  '255.255.255.255',
  '198.18.0.1',
  '::',
  '::1',
  'fe80::1',
  'fe80::1%eth0',
  'fc00::1',
  'fd00:ec2::254',
  'ff02::1',
  '::ffff:127.0.0.1',
  '::ffff:7f00:1',
  '0:0:0:0:0:ffff:a9fe:a9fe',
  '::127.0.0.1',
  '64:ff9b::7f00:1',
  '2002:7f00:1::',
  '2001:0:7f00:1::',
  '[::1]',
])('refuses %s', async address => {
  await expect(guard.check(address)).rejects.toThrow(NotAllowedError);
});

it.each(['8.8.8.8', '2606:4700:4700::1111', '::ffff:8.8.8.8'])(
  'lets %s pass',
  async address => {
    await expect(guard.check(address)).resolves.toMatchObject({ address });
  },
);

it('refuses a name of which one address is private', async () => {
  const mixed = TargetGuard.create({
    allow: [],
    resolve: async () => [{ address: '8.8.8.8' }, { address: '10.0.0.1' }],
  });
  await expect(mixed.check('shop.example.com')).rejects.toThrow(
    'serviceHealth.allow',
  );
});

it('lets pass what is listed, and nothing beside it', async () => {
  const listed = TargetGuard.create({
    allow: ['10.1.0.0/16', 'db.internal', 'fd00::/64', '127.0.0.1'],
    resolve: async () => [{ address: '10.2.0.1' }],
  });
  await expect(listed.check('10.1.2.3')).resolves.toBeDefined();
  await expect(listed.check('::ffff:10.1.2.3')).resolves.toBeDefined();
  await expect(listed.check('fd00::5')).resolves.toBeDefined();
  await expect(listed.check('DB.internal.')).resolves.toMatchObject({
    address: '10.2.0.1',
  });
  await expect(listed.check('10.2.0.1')).rejects.toThrow(NotAllowedError);
  await expect(listed.check('fd00:0:0:1::5')).rejects.toThrow(NotAllowedError);
  await expect(listed.check('other.internal')).rejects.toThrow(NotAllowedError);
  await expect(listed.check('127.0.0.2')).rejects.toThrow(NotAllowedError);
});

it.each(['10.0.0.0/99', 'http://a', '10.0.0.0/x', '10.0.0.0/'])(
  'says that %s can not be listed',
  entry => {
    expect(() => TargetGuard.create({ allow: [entry] })).toThrow(
      'serviceHealth.allow',
    );
  },
);
