import type { Expectations } from '../cases/caseFileSchema';
import type { Finding } from '../checks/Check';
import type { FileTree } from '../files/FileTree';

/** What a case names that is not so: files that are missing or too many, texts that a file does not contain. */
export function checkExpectations(
  tree: FileTree,
  expect: Expectations,
): Finding[] {
  const missing = (expect.files ?? [])
    .filter(glob => tree.matching(glob).length === 0)
    .map(glob => ({
      file: glob,
      rule: 'expect.files',
      message: 'no such file was made',
    }));
  const tooMany = (expect.absent ?? []).flatMap(glob =>
    tree.matching(glob).map(file => ({
      file: file.path,
      rule: 'expect.absent',
      message: `was made although '${glob}' must be absent`,
    })),
  );
  const lacking = Object.entries(expect.contains ?? {}).flatMap(
    ([file, parts]) => {
      const text = tree.text(file);
      return parts
        .filter(part => !text?.includes(part))
        .map(part => ({
          file,
          rule: 'expect.contains',
          message:
            text === undefined
              ? `no such text file was made; it should contain '${part}'`
              : `does not contain '${part}'`,
        }));
    },
  );
  return [...missing, ...tooMany, ...lacking];
}
