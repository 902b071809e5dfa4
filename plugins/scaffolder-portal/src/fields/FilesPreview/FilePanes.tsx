import { useMemo, useState } from 'react';
import type { PreviewFile } from '@portal/plugin-scaffolder-portal-common';
import { FileTreeList } from './FileTreeList';
import styles from './FilesPreview.module.css';
import { toFileTree } from './fileTree';

/** Files on the one side, the chosen one on the other. */
export function FilePanes({ files }: { files: readonly PreviewFile[] }) {
  const [path, setPath] = useState<string>();
  const tree = useMemo(() => toFileTree(files), [files]);
  const file = files.find(one => one.path === path) ?? firstToShow(files);
  return (
    <div className={styles.panes}>
      <nav className={styles.tree} aria-label="Files">
        <FileTreeList tree={tree} current={file?.path} onChoose={setPath} />
      </nav>
      {file && (
        <div className={styles.content}>
          <p className={styles.path}>
            {file.path} · {formatBytes(file.size)}
            {file.executable && ' · executable'}
          </p>
          <pre
            className={styles.text}
            // Long files are scrolled with the keyboard, too.
            // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
            tabIndex={0}
            role="region"
            aria-label={`Content of ${file.path}`}
          >
            {file.text ?? explainOmission(file)}
          </pre>
        </div>
      )}
    </div>
  );
}

function firstToShow(files: readonly PreviewFile[]): PreviewFile | undefined {
  return (
    files.find(({ path }) => path.toLocaleLowerCase('en-US') === 'readme.md') ??
    files.find(({ text }) => text !== undefined) ??
    files[0]
  );
}

function explainOmission({ omitted }: PreviewFile): string {
  return omitted === 'binary'
    ? 'This file is not text.'
    : 'This file is too large to be shown here.';
}

function formatBytes(bytes: number): string {
  return bytes < 1000
    ? `${bytes} bytes`
    : `${new Intl.NumberFormat(undefined, { maximumFractionDigits: 1 }).format(
        bytes / 1000,
      )} kB`;
}
