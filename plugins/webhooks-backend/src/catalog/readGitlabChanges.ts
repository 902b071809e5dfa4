import type { CatalogScmEvent } from '@backstage/plugin-catalog-node/alpha';
import { fieldsOf, textOf } from '../senders/parseJson';
import { changedFiles } from './changedFiles';

/** What an event of GitLab says that the catalog should know. Most say nothing. */
export function readGitlabChanges(
  event: string,
  payload: unknown,
): CatalogScmEvent[] {
  const body = fieldsOf(payload);
  const url = textOf(fieldsOf(body.project).web_url);
  const branch = /^refs\/heads\/(.+)$/.exec(textOf(body.ref) ?? '')?.[1];
  const isDeletion = /^0+$/.test(textOf(body.after) ?? '');
  if (event !== 'push' || !url || branch === undefined || isDeletion) {
    return [];
  }
  const files = changedFiles(body.commits, {
    fileUrl: path => `${url}/-/blob/${branch}/${path}`,
  });
  // GitLab names the files of the newest 20 commits only.
  const named = Array.isArray(body.commits) ? body.commits.length : 0;
  const total = Number(body.total_commits_count ?? named);
  return files === undefined || total > named
    ? [{ type: 'repository.updated', url }]
    : files;
}
