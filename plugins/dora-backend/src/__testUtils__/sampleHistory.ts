import { mockCredentials } from '@backstage/backend-test-utils';
import type { ExtendedHttpServer } from '@backstage/backend-defaults/rootHttpRouter';
import request from 'supertest';

/** A name of a commit that a reader can tell. */
export const sha = (digit: string) => digit.repeat(40);
/** Three commits, of which the third takes back the second. */
export const lines = [
  { type: 'commit', sha: sha('1'), parents: [], at: '2025-01-01T00:00:00Z' },
  {
    type: 'commit',
    sha: sha('2'),
    parents: [sha('1')],
    at: '2025-01-02T00:00:00Z',
  },
  {
    type: 'commit',
    sha: sha('3'),
    parents: [sha('2')],
    at: '2025-01-08T00:00:00Z',
    reverts: '2222',
  },
]
  .map(({ at, ...rest }) => ({ ...rest, authoredAt: at, committedAt: at }))
  .map(line => JSON.stringify(line));
/** A release of each. The third came before its commit was made. */
export const releases = ['1', '2', '3'].map((digit, index) =>
  JSON.stringify({
    type: 'release',
    tag: `v${digit}`,
    sha: sha(digit),
    releasedAt: `2025-01-0${index * 3 + 1}T06:00:00Z`,
  }),
);

/** The period in which all of it happened. */
export const period = 'from=2025-01-01&to=2025-01-15';

/** Brings lines that must all be new. */
export async function importLines(
  server: ExtendedHttpServer,
  name: string,
  body: string[],
): Promise<void> {
  const response = await request(server)
    .post(`/api/dora/v1/import?entityRef=Component:Default/${name}`)
    .set('Authorization', mockCredentials.service.header())
    .send(body.join('\n'));
  expect(response.body).toMatchObject({ accepted: body.length, rejected: 0 });
}
