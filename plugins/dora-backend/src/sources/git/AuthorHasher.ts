import { createHmac, randomBytes } from 'node:crypto';
import type { SettingsStore } from '../../database/SettingsStore';

/**
 * Turns addresses into names that can be counted and not be read. The salt is random for each installation and
 * leaves its database never, so that a list of known addresses is no key to the stored hashes.
 *
 * @internal
 */
export class AuthorHasher {
  readonly #salt: string;

  private constructor(salt: string) {
    this.#salt = salt;
  }

  static async create(options: {
    settings: SettingsStore;
  }): Promise<AuthorHasher> {
    const salt = await options.settings.getOrCreate({
      key: 'git.author-salt',
      create: () => randomBytes(32).toString('hex'),
    });
    return new AuthorHasher(salt);
  }

  /** Ten hexadecimal digits, the same for an address in whatever case; nothing for an empty address. */
  hashAddress(address: string): string | undefined {
    const plain = address.trim().toLowerCase();
    return plain === '' ? undefined : this.#digest(plain).slice(0, 10);
  }

  /** A folder name that is this installation's own, so that two portals on one machine share no clone. */
  hashFolder(name: string): string {
    return this.#digest(`folder:${name}`).slice(0, 32);
  }

  #digest(text: string): string {
    return createHmac('sha256', this.#salt).update(text).digest('hex');
  }
}
