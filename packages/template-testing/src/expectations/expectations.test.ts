import { FileTree } from '../files/FileTree';
import { checkExpectations } from './checkExpectations';
import { compareTrees } from './goldenFiles';

const tree = (files: Record<string, string>) =>
  FileTree.create(
    Object.entries(files).map(([path, text]) => ({
      path,
      content: Buffer.from(text),
      executable: false,
    })),
  );

describe('expectations', () => {
  it('names what is missing, too many or not contained', () => {
    const made = tree({ 'src/a.ts': 'one', '.env': '' });
    expect(
      checkExpectations(made, {
        files: ['src/*.ts', 'docs/**'],
        absent: ['**/*.java', '**/.env'],
        contains: { 'src/a.ts': ['one', 'two'] },
      }).map(({ file, message }) => `${file} ${message}`),
    ).toEqual([
      'docs/** no such file was made',
      ".env was made although '**/.env' must be absent",
      "src/a.ts does not contain 'two'",
    ]);
  });

  it('shows differences with a few lines round them', () => {
    const lines = Array.from({ length: 40 }, (_, n) => `line ${n}`);
    const changed = lines.map(line => (line === 'line 20' ? 'new' : line));
    const [first, second, ...others] = compareTrees(
      tree({ a: lines.join('\n'), gone: '', same: '1' }),
      tree({ a: changed.join('\n'), same: '1' }),
    );
    expect(others).toEqual([]);
    expect(second.message).toMatch('no longer made');
    expect(first.message).toContain('-line 20\n+new\n line 21');
    expect(first.message).not.toContain('line 25');
  });
});
