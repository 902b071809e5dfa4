import { useApi } from '@backstage/frontend-plugin-api';
import { Alert, ButtonLink, Skeleton } from '@backstage/ui';
import { LoadFailure, TimeAgo, useLoad } from '@portal/plugin-metrics-react';
import {
  formatRepositoryPath,
  type Repository,
} from '@portal/plugin-repositories-common';
import { useCallback } from 'react';
import { Link } from 'react-router-dom';
import { repositoriesApiRef } from '../../api';
import styles from './RepositoryList.module.css';

/** All repositories that the portal keeps, by name. */
export function RepositoryList(props: { isMistaken: boolean }) {
  const api = useApi(repositoriesApiRef);
  const { result, reload } = useLoad(useCallback(() => api.list(), [api]));
  return (
    <div className={styles.page}>
      {props.isMistaken ? (
        <Alert
          status="warning"
          icon
          title="There is no such place in a repository"
          description="The address is mistaken. These are all repositories that the portal keeps."
        />
      ) : undefined}
      <p className={styles.meaning}>
        What templates published to the portal itself. Each can be cloned, and
        moved to a Git host when the team has one.
      </p>
      {result.state === 'loading' ? (
        <div role="progressbar" aria-label="Loading the repositories">
          <Skeleton width="100%" height={160} />
        </div>
      ) : undefined}
      {result.state === 'failed' ? (
        <LoadFailure
          subject="repositories"
          permission="repositories.read"
          error={result.error}
          onRetry={reload}
        />
      ) : undefined}
      {result.state === 'ready' ? <Rows items={result.value} /> : undefined}
    </div>
  );
}

function Rows({ items }: { items: Repository[] }) {
  if (items.length === 0) {
    return (
      <Alert
        status="info"
        icon
        title="There is no repository yet"
        description="A template makes the first one."
        customActions={
          <ButtonLink size="small" variant="secondary" href="/create">
            Choose a template
          </ButtonLink>
        }
      />
    );
  }
  return (
    <ul className={styles.rows}>
      {items.map(({ name, description, head }) => (
        <li key={name} className={styles.row}>
          <Link className={styles.name} to={formatRepositoryPath({ name })}>
            {name}
          </Link>
          <span className={styles.description}>{description}</span>
          <span className={styles.commit}>
            {head.subject} · {head.author} · <TimeAgo at={head.at} inline />
          </span>
        </li>
      ))}
    </ul>
  );
}
