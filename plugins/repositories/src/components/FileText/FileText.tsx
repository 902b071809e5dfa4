import { Alert } from '@backstage/ui';
import type { RepositoryFile } from '@portal/plugin-repositories-common';
import { formatBytes } from '../../formatBytes';
import styles from './FileText.module.css';

/** The lines of a file, or why they are not shown. */
export function FileText(props: { path: string; file: RepositoryFile }) {
  const { path, file } = props;
  if (file.text === undefined) {
    return (
      <Alert
        status="info"
        icon
        title={`Not shown: ${formatBytes(file.size)}`}
        description="The file is binary, or too long for a page. Clone the repository to read it."
      />
    );
  }
  return (
    // It may scroll, and so the keyboard has to reach it.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <pre className={styles.text} tabIndex={0} aria-label={path}>
      {file.text}
    </pre>
  );
}
