import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

const path = 'securityScore.vault';

/** `securityScore.vault`, read and completed. */
export type VaultConfig = {
  /** Where the portal asks, without a slash at the end. */
  baseUrl: string;
  /** Where people open it. */
  publicUrl: string;
  token: string;
  /** Of Vault Enterprise. */
  namespace?: string;
  /** Where the engine is mounted that components name none for. */
  secretEngine: string;
  rotateAfterDays: number;
};

/**
 * Undefined where there is none: nothing is asked of Vault then.
 *
 * @throws InputError naming the key.
 */
export function readVaultConfig(root: Config): VaultConfig | undefined {
  const config = root.getOptionalConfig(path);
  if (!config) {
    return undefined;
  }
  const addressOf = (key: string, text: string) => {
    if (!/^https?:\/\//.test(text) || !URL.canParse(text)) {
      throw new InputError(
        `${path}.${key}: found "${text}", expected an address such as https://vault.example.com`,
      );
    }
    return text.replace(/\/+$/, '');
  };
  const baseUrl = addressOf('baseUrl', config.getString('baseUrl'));
  const publicUrl = config.getOptionalString('publicUrl');
  const rotateAfterDays = config.getOptionalNumber('rotateAfterDays') ?? 90;
  if (!(rotateAfterDays >= 1 && Number.isInteger(rotateAfterDays))) {
    throw new InputError(
      `${path}.rotateAfterDays: found ${rotateAfterDays}, expected a whole number of days from 1`,
    );
  }
  return {
    baseUrl,
    publicUrl: publicUrl ? addressOf('publicUrl', publicUrl) : baseUrl,
    token: config.getString('token'),
    namespace: config.getOptionalString('namespace'),
    secretEngine: config.getOptionalString('secretEngine') ?? 'secret',
    rotateAfterDays,
  };
}
