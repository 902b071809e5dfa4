import { mergeSourceStates } from './mergeSourceStates';

it('shows how sources do, and those that never brought anything', () => {
  const at = new Date('2025-10-20T12:00:00Z');
  const aws = { name: 'aws', kind: 'url', demo: false, imports: 2, lines: 7 };
  const upload = { ...aws, name: 'upload', kind: 'upload' };
  const merged = mergeSourceStates(
    [aws, upload],
    [
      {
        sourceName: 'aws',
        lastRunAt: at,
        lastSuccessAt: at,
        filesImported: 1,
        filesUnchanged: 1,
      },
      {
        sourceName: 'clusters',
        lastRunAt: at,
        failingSince: at,
        error: 'away',
        filesImported: 0,
        filesUnchanged: 0,
      },
    ],
  );
  expect(JSON.parse(JSON.stringify(merged))).toEqual([
    {
      ...aws,
      run: {
        lastRunAt: at.toISOString(),
        lastSuccessAt: at.toISOString(),
        filesImported: 1,
        filesUnchanged: 1,
      },
    },
    {
      name: 'clusters',
      kind: 'url',
      demo: false,
      imports: 0,
      lines: 0,
      run: {
        lastRunAt: at.toISOString(),
        failingSince: at.toISOString(),
        error: 'away',
        filesImported: 0,
        filesUnchanged: 0,
      },
    },
    upload,
  ]);
});
