import { useApi } from '@backstage/frontend-plugin-api';
import { Skeleton } from '@backstage/ui';
import {
  LoadFailure,
  Snippet,
  TimeAgo,
  useLoad,
} from '@portal/plugin-metrics-react';
import type {
  Repository,
  RepositoryAddress,
} from '@portal/plugin-repositories-common';
import { useCallback } from 'react';
import { repositoriesApiRef } from '../../api';
import { EntryList } from '../EntryList';
import { FileText } from '../FileText';
import { PathTrail } from '../PathTrail';
import styles from './RepositoryView.module.css';

const subject = {
  subject: 'files of this repository',
  permission: 'repositories.read',
  notFound: {
    title: 'There is no such place in the repositories of the portal',
    step: 'It may have been removed: look for it in the list of repositories.',
  },
};

/** A repository: how it is cloned, and a folder or a file of it. */
export function RepositoryView({ address }: { address: RepositoryAddress }) {
  const { name, revision, path } = address;
  const api = useApi(repositoriesApiRef);
  const repository = useLoad(useCallback(() => api.get(name), [api, name]));
  const content = useLoad(
    useCallback(
      () => api.read({ name, revision, path }),
      [api, name, revision, path],
    ),
  );
  const failed = [repository, content].find(
    ({ result }) => result.state === 'failed',
  );
  if (failed?.result.state === 'failed') {
    return (
      <LoadFailure
        {...subject}
        error={failed.result.error}
        onRetry={failed.reload}
      />
    );
  }
  const place = content.result;
  return (
    <div className={styles.page}>
      <Head name={name} repository={repository.result} />
      <PathTrail address={address} />
      {place.state === 'ready' ? (
        <div className={styles.content}>
          {'entries' in place.value ? (
            <EntryList address={address} entries={place.value.entries} />
          ) : (
            <FileText path={path} file={place.value.file} />
          )}
        </div>
      ) : (
        <div role="progressbar" aria-label={`Loading ${path || name}`}>
          <Skeleton width="100%" height={240} />
        </div>
      )}
    </div>
  );
}

function Head(props: {
  name: string;
  repository: { state: string; value?: Repository };
}) {
  const { name, repository } = props;
  const known = repository.value;
  return (
    <div className={styles.head}>
      <div className={styles.words}>
        <h2 className={styles.name}>{name}</h2>
        {known?.description ? (
          <p className={styles.description}>{known.description}</p>
        ) : undefined}
        {known ? (
          <p className={styles.detail}>
            {known.head.subject} · {known.head.author} ·{' '}
            <TimeAgo at={known.head.at} inline />
          </p>
        ) : (
          <Skeleton width={280} height={20} />
        )}
      </div>
      {known ? (
        <div className={styles.clone}>
          <Snippet label="Clone it" text={`git clone ${known.cloneUrl}`} />
        </div>
      ) : undefined}
    </div>
  );
}
