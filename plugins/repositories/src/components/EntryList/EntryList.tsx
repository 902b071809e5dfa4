import {
  formatRepositoryPath,
  type RepositoryAddress,
  type RepositoryEntry,
} from '@portal/plugin-repositories-common';
import { RiFileTextLine, RiFolder3Line, RiLinkM } from '@remixicon/react';
import { Link } from 'react-router-dom';
import { formatBytes } from '../../formatBytes';
import styles from './EntryList.module.css';

const icons = {
  folder: <RiFolder3Line size={18} aria-label="Folder" />,
  file: <RiFileTextLine size={18} aria-label="File" />,
  link: <RiLinkM size={18} aria-label="Symbolic link" />,
};

/** What is in a folder. */
export function EntryList(props: {
  address: RepositoryAddress;
  entries: RepositoryEntry[];
}) {
  const { address, entries } = props;
  return (
    <ul className={styles.entries} aria-label="Files">
      {entries.map(({ name, type, size }) => (
        <li key={name}>
          <Link
            className={styles.entry}
            to={formatRepositoryPath(
              {
                ...address,
                path: address.path === '' ? name : `${address.path}/${name}`,
              },
              type === 'folder' ? 'tree' : 'blob',
            )}
          >
            {icons[type]}
            <span className={styles.name}>{name}</span>
            <span className={styles.size}>
              {size === undefined ? '' : formatBytes(size)}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
