import {
  formatRepositoryPath,
  type RepositoryAddress,
} from '@portal/plugin-repositories-common';
import { Link } from 'react-router-dom';
import styles from './PathTrail.module.css';

/** The way to a folder or a file; each part but the last is a link. */
export function PathTrail({ address }: { address: RepositoryAddress }) {
  const { name, revision, path } = address;
  const segments = path === '' ? [] : path.split('/');
  const places = [
    { words: name, path: '' },
    ...segments.map((words, index) => ({
      words,
      path: segments.slice(0, index + 1).join('/'),
    })),
  ];
  const last = places.length - 1;
  return (
    <nav aria-label="Path in the repository">
      <ol className={styles.trail}>
        {places.map((place, index) => (
          <li key={place.path} className={styles.place}>
            {index === last ? (
              <span aria-current="page">{place.words}</span>
            ) : (
              <Link
                className={styles.link}
                to={formatRepositoryPath({ name, revision, path: place.path })}
              >
                {place.words}
              </Link>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
