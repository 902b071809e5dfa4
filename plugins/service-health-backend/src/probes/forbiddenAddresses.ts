import { BlockList, isIPv4, isIPv6 } from 'node:net';

/**
 * Ranges that are not the public internet: IANA's special-purpose registries, multicast, and the ranges of IPv6 that carry an
 * IPv4 address which would have to be judged by itself.
 *
 * Sources: https://www.iana.org/assignments/iana-ipv4-special-registry and .../iana-ipv6-special-registry
 */
const special = new BlockList();
for (const range of [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
]) {
  addRange(special, range);
}

/** All of IPv6 that is handed out for the internet. */
const globalUnicast = new BlockList();
addRange(globalUnicast, '2000::/3');

/** Tunnels and documentation within it. */
const notGlobal = new BlockList();
for (const range of ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20']) {
  addRange(notGlobal, range);
}

/** Whether an address is on the public internet, and none that leads to this machine, its network or its cloud. */
export function isPublicAddress(address: string): boolean {
  const plain = unmapAddress(address);
  if (isIPv4(plain)) {
    return !special.check(plain, 'ipv4');
  }
  return (
    isIPv6(plain) &&
    globalUnicast.check(plain, 'ipv6') &&
    !notGlobal.check(plain, 'ipv6')
  );
}

/** The IPv4 address in an IPv4-mapped IPv6 address; any other as it is, without its zone. */
export function unmapAddress(address: string): string {
  const plain = address.split('%')[0];
  if (!isIPv6(plain)) {
    return plain;
  }
  // The URL parser writes every spelling of an address in one way.
  const [, high, low] =
    /^\[::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})\]$/.exec(
      new URL(`http://[${plain}]`).hostname,
    ) ?? [];
  if (high === undefined) {
    return plain;
  }
  const bits = Number.parseInt(high, 16) * 65_536 + Number.parseInt(low, 16);
  return [24, 16, 8, 0].map(shift => (bits >>> shift) & 255).join('.');
}

/** Adds a range such as `10.0.0.0/8` or a single address. */
export function addRange(list: BlockList, range: string): void {
  const [address, prefix] = range.split('/');
  const family = isIPv4(address) ? 'ipv4' : 'ipv6';
  const longest = family === 'ipv4' ? 32 : 128;
  list.addSubnet(address, Number(prefix ?? longest), family);
}
