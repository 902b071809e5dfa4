import type { CatalogScmEvent } from '@backstage/plugin-catalog-node/alpha';
import { fieldsOf, textOf } from '../senders/parseJson';
import { changedFiles } from './changedFiles';

/** What an event of GitHub says that the catalog should know. Most say nothing. */
export function readGithubChanges(
  event: string,
  payload: unknown,
): CatalogScmEvent[] {
  const body = fieldsOf(payload);
  const url = textOf(fieldsOf(body.repository).html_url);
  if (url === undefined) {
    return [];
  }
  if (event === 'push') {
    return readPush(url, body);
  }
  return event === 'repository' ? readRepository(url, body) : [];
}

function readPush(
  url: string,
  body: Record<string, unknown>,
): CatalogScmEvent[] {
  const branch = /^refs\/heads\/(.+)$/.exec(textOf(body.ref) ?? '')?.[1];
  if (branch === undefined || body.deleted === true) {
    return [];
  }
  const files = changedFiles(body.commits, {
    fileUrl: path => `${url}/blob/${branch}/${path}`,
  });
  // A forced push can drop commits, whose files are not named.
  return files === undefined || body.forced === true
    ? [{ type: 'repository.updated', url }]
    : files;
}

function readRepository(
  url: string,
  body: Record<string, unknown>,
): CatalogScmEvent[] {
  const changes = fieldsOf(body.changes);
  switch (body.action) {
    case 'created':
      return [{ type: 'repository.created', url }];
    case 'deleted':
      return [{ type: 'repository.deleted', url }];
    case 'archived':
    case 'unarchived':
    case 'edited':
    case 'privatized':
    case 'publicized':
      return [{ type: 'repository.updated', url }];
    case 'renamed': {
      const repository = fieldsOf(changes.repository);
      const name = textOf(fieldsOf(repository.name).from);
      const fromUrl = name && url.replace(/[^/]+$/, name);
      return fromUrl ? [{ type: 'repository.moved', fromUrl, toUrl: url }] : [];
    }
    case 'transferred': {
      const from = fieldsOf(fieldsOf(changes.owner).from);
      const owner =
        textOf(fieldsOf(from.user).login) ??
        textOf(fieldsOf(from.organization).login);
      const fromUrl = owner && url.replace(/[^/]+\/([^/]+)$/, `${owner}/$1`);
      return fromUrl ? [{ type: 'repository.moved', fromUrl, toUrl: url }] : [];
    }
    default:
      return [];
  }
}
