import type { Payload } from '../Payload';
import type { Repository } from '../ParsedActivity';

/** The repository of a payload: organisation, project and name, from the address that it is cloned from. */
export function azureDevOpsRepository(
  repository: Payload,
): Repository | undefined {
  return repositoryAt(
    repository.at('remoteUrl').url() ?? repository.at('url').url(),
  );
}

/** `https://dev.azure.com/<organisation>/<project>/_git/<repository>`, or the same below `<organisation>.visualstudio.com`. */
export function repositoryAt(
  address: string | undefined,
): Repository | undefined {
  if (!address) {
    return undefined;
  }
  const { hostname, pathname } = new URL(address);
  const parts = pathname.split('/').filter(Boolean).map(decode);
  const legacy = /^([\w-]+)\.visualstudio\.com$/i.exec(hostname);
  const [organisation, project, marker, name] = legacy
    ? [legacy[1], ...parts.filter(part => part !== 'DefaultCollection')]
    : parts;
  if (marker !== '_git' || !name) {
    return undefined;
  }
  const host = legacy ? 'dev.azure.com' : hostname;
  const full = `${host}/${organisation}/${project}/${name}`;
  return full.length > 300
    ? undefined
    : {
        source: 'azure-devops',
        name: full,
        key: full.toLowerCase(),
        looseKey: `azure-devops:${project}/${name}`.toLowerCase(),
      };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
