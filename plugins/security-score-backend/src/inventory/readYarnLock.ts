import { InputError } from '@backstage/errors';
import { parse } from 'yaml';
import { z } from 'zod';

const lock = z.record(
  z.string(),
  z.object({
    version: z.union([z.string(), z.number()]),
    resolution: z.string().optional(),
  }),
);
const published = /^((?:@[^/@]+\/)?[^/@]+)@npm:([^:]+)$/;

/**
 * Makes an inventory, in CycloneDX, of the `yarn.lock` that Yarn 2 and later write: what is published, each version once. Workspaces, and
 * patches of what is there already, are left out.
 *
 * @throws InputError where the text is no such file.
 */
export function readYarnLock(text: string): object {
  let content: unknown;
  try {
    content = parse(text, { maxAliasCount: 0 });
  } catch {
    throw new InputError(
      'yarn.lock: it is not in the form of Yarn 2 and later',
    );
  }
  const { __metadata: metadata, ...entries } =
    typeof content === 'object' && content !== null
      ? (content as Record<string, unknown>)
      : {};
  const result = lock.safeParse(entries);
  if (!metadata || !result.success) {
    throw new InputError(
      'yarn.lock: it is not in the form of Yarn 2 and later',
    );
  }
  const packages = new Map<string, { name: string; version: string }>();
  for (const { resolution = '' } of Object.values(result.data)) {
    const match = published.exec(resolution);
    if (match) {
      packages.set(resolution, { name: match[1], version: match[2] });
    }
  }
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      tools: { components: [{ type: 'application', name: 'yarn-lock' }] },
    },
    components: [...packages.values()].map(({ name, version }) => ({
      type: 'library',
      name,
      version,
      purl: `pkg:npm/${name.replace('@', '%40')}@${encodeURIComponent(
        version,
      )}`,
    })),
  };
}
