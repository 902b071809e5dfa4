import { lookup } from 'node:dns/promises';
import { BlockList, isIP, isIPv4 } from 'node:net';
import { InputError, NotAllowedError } from '@backstage/errors';
import { addRange, isPublicAddress, unmapAddress } from './forbiddenAddresses';

/** An address that was checked; connect to this one and to no other. */
export type CheckedAddress = { address: string; family: 4 | 6 };

/** Resolves a name to its addresses. */
export type Resolve = (host: string) => Promise<{ address: string }[]>;

/**
 * Decides where probes may go: to the public internet, and to what the configuration lists. A name is resolved once, each of
 * its addresses is checked, and the connection is made to the checked address: a name that changes meanwhile gains nothing.
 */
export class TargetGuard {
  readonly #ranges = new BlockList();
  readonly #hosts = new Set<string>();
  readonly #resolve: Resolve;

  private constructor(resolve: Resolve) {
    this.#resolve = resolve;
  }

  /** @param options - `allow` has host names, addresses, and ranges such as `10.1.0.0/16` */
  static create(options: {
    allow: readonly string[];
    resolve?: Resolve;
  }): TargetGuard {
    const guard = new TargetGuard(
      options.resolve ?? (host => lookup(host, { all: true })),
    );
    for (const entry of options.allow) {
      guard.#add(entry);
    }
    return guard;
  }

  #add(entry: string): void {
    const [address, prefix] = entry.split('/');
    const family = isIP(address);
    if (family === 0 && prefix === undefined && /^[a-z0-9._-]+$/i.test(entry)) {
      this.#hosts.add(canonical(entry));
      return;
    }
    const longest = family === 4 ? 32 : 128;
    const bits = prefix === undefined ? longest : wholeNumber(prefix);
    if (
      family === 0 ||
      !(Number.isInteger(bits) && bits >= 0 && bits <= longest)
    ) {
      throw new InputError(
        `serviceHealth.allow: found "${entry}", expected a host name, an address or a range such as 10.1.0.0/16`,
      );
    }
    addRange(this.#ranges, entry);
  }

  /** The address to connect to. Fails where one of the addresses of the host is not allowed. */
  async check(host: string): Promise<CheckedAddress> {
    const name = canonical(host);
    const addresses = isIP(name)
      ? [{ address: name }]
      : await this.#resolve(name);
    if (addresses.length === 0) {
      throw new InputError(`The name ${name} has no address`);
    }
    const listed = this.#hosts.has(name);
    for (const { address } of addresses) {
      if (!listed && !this.#isAllowed(address)) {
        throw new NotAllowedError(
          `${host} is not on the public internet (${address}); an administrator can list it in serviceHealth.allow`,
        );
      }
    }
    const [{ address }] = addresses;
    return { address, family: isIPv4(address) ? 4 : 6 };
  }

  #isAllowed(address: string): boolean {
    const plain = unmapAddress(address);
    return (
      isPublicAddress(plain) ||
      this.#ranges.check(plain, isIPv4(plain) ? 'ipv4' : 'ipv6')
    );
  }
}

/** Not what `Number` makes of it: an empty text would be 0, and allow everything. */
function wholeNumber(text: string): number {
  return /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN;
}

function canonical(host: string): string {
  return host
    .toLowerCase()
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '');
}
