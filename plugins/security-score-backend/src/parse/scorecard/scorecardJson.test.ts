import { readAllOf } from '../../__testUtils__/readAllOf';

const read = (checks: unknown, more: object = {}) =>
  readAllOf(
    JSON.stringify({
      date: '2025-05-01T10:00:00Z',
      repo: { name: 'github.com/team/shop', commit: 'abc' },
      scorecard: { version: 'v5.0.0', commit: 'def' },
      score: 10,
      checks,
      ...more,
    }),
  );

describe('Scorecard', () => {
  it('takes each check for a practice, and one that could not be told for unknown', async () => {
    const { practices, findings, summary } = await read([
      {
        name: 'Branch-Protection',
        score: 10,
        reason: 'branch protection is on',
        documentation: { url: 'https://a.b/checks.md#branch-protection' },
      },
      { name: 'SAST', score: -1, reason: 'no pull request found' },
    ]);
    expect(practices).toEqual([
      {
        id: 'scorecard/Branch-Protection',
        title: 'Branch Protection',
        value: 1,
        weight: 7.5,
        detail: 'branch protection is on',
        link: 'https://a.b/checks.md#branch-protection',
      },
      expect.objectContaining({
        id: 'scorecard/SAST',
        value: undefined,
        weight: 5,
      }),
    ]);
    expect(findings).toEqual([]);
    expect(summary.head).toMatchObject({
      tool: 'scorecard',
      toolVersion: 'v5.0.0',
      repository: 'github.com/team/shop',
      scannedAt: '2025-05-01T10:00:00.000Z',
      tellsFindings: false,
    });
    expect(summary.notes).toEqual([]);
  });

  it('tells where its own score is another, and rejects what is no score', async () => {
    const { practices, rejections, summary } = await read([
      { name: 'License', score: 5 },
      { name: 'Fuzzing', score: 11 },
      { score: 1 },
    ]);
    expect(practices).toHaveLength(1);
    expect(rejections.map(({ reason }) => reason)).toEqual([
      'The score of Fuzzing is none of 0 to 10, nor -1',
      'It has no name',
    ]);
    expect(summary.notes).toEqual([
      'Scorecard says 10, and its checks give 5 by the weights of this portal',
    ]);
  });

  it('refuses one without checks', async () => {
    await expect(read({})).rejects.toThrow(
      'checks of the Scorecard result is no array',
    );
  });
});
