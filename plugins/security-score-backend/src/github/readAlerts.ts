import { createHash } from 'node:crypto';
import { InputError } from '@backstage/errors';
import { GithubRequestError, type GithubRestClient } from '@portal/github-rest';
import { objectOf } from '../parse/json/objectOf';
import type { AlertList } from './alertLists';

const mostPages = 300;
/** What is fetched is held in memory until it is known whether it changed. */
const mostBytes = 256 * 1024 ** 2;

/** All alerts of one kind of a repository, as a report. */
export type ReadAlerts = {
  pieces: Buffer[];
  contentHash: string;
  /** Of a list of one page only: a change on a later page would not change that of the first. */
  etag?: string;
};

/**
 * Reads one list of alerts to its end, or not at all.
 *
 * @param options - `slug` is `owner/name`, `page` the address of the repository, `etag` that of the last time.
 * @returns undefined where nothing has changed.
 * @throws GithubRequestError, GithubPauseError, or InputError where the list is longer than is read.
 */
export async function readAlerts(options: {
  client: Pick<GithubRestClient, 'get'>;
  list: AlertList;
  slug: string;
  page: string;
  etag?: string;
}): Promise<ReadAlerts | undefined> {
  const { client, list, slug } = options;
  const pieces = [
    Buffer.from(
      `${JSON.stringify({
        source: 'github',
        kind: list.kind,
        repository: options.page,
        // One scan, whichever scanners there are: alerts of one that is gone are closed with it.
        ...(list.kind === 'code-scanning' && { tool: 'github-code-scanning' }),
      }).slice(0, -1)},"alerts":[`,
    ),
  ];
  let path: string | undefined = `/repos/${slug
    .split('/')
    .map(encodeURIComponent)
    .join('/')}/${list.path}`;
  let etag = options.etag;
  let length = 0;
  let isFirst = true;
  for (let pages = 0; path !== undefined; pages += 1) {
    const answer = await client.get(path, pages === 0 ? etag : undefined);
    if (!answer.isChanged) {
      return undefined;
    }
    const { body } = answer;
    if (!Array.isArray(body)) {
      throw new GithubRequestError({ reason: 'the answer is no list' });
    }
    for (const alert of body) {
      const text = JSON.stringify(withoutSecret(alert));
      pieces.push(Buffer.from(isFirst ? text : `,${text}`));
      length += text.length;
      isFirst = false;
    }
    if (length > mostBytes || (pages + 1 >= mostPages && answer.next)) {
      throw new InputError(
        `there are more than ${
          mostPages * 100
        } alerts, or more than ${mostBytes} bytes of them: close old ones, or send a report`,
      );
    }
    etag = pages === 0 && !answer.next ? answer.etag : undefined;
    path = answer.next;
  }
  pieces.push(Buffer.from(']}'));
  const hash = createHash('sha256');
  pieces.forEach(piece => hash.update(piece));
  return { pieces, etag, contentHash: hash.digest('hex') };
}

/** An instance that knows no `hide_secret` sends it all the same. */
function withoutSecret(alert: unknown): unknown {
  const { secret: _, ...rest } = objectOf(alert);
  return rest;
}
