import { BlockList, isIP } from 'node:net';

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');
loopback.addSubnet('::ffff:127.0.0.0', 104, 'ipv6');

/**
 * True for an address or name that only this machine itself can reach.
 *
 * @remarks
 *
 * Names other than `localhost` are never resolved: what they point at can change after the check.
 *
 * @public
 */
export function isLoopbackHost(host: string): boolean {
  const bare = host.replace(/^\[(.*)\]$/, '$1').toLowerCase();
  switch (isIP(bare)) {
    case 4:
      return loopback.check(bare, 'ipv4');
    case 6:
      return loopback.check(bare, 'ipv6');
    default:
      return bare === 'localhost';
  }
}
