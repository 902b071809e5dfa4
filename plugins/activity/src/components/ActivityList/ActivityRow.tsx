import { Link } from '@backstage/ui';
import type { Activity } from '@portal/plugin-activity-common';
import { formatAgo, formatInstant } from '@portal/plugin-metrics-react';
import { kindWords, stateWords } from '../../words';
import { KindIcon } from './KindIcon';
import { Place } from './Place';
import styles from './ActivityList.module.css';

/** Something that happened: what, where, by whom and when. */
export function ActivityRow(props: {
  activity: Activity;
  showsRepository: boolean;
}) {
  const { activity, showsRepository } = props;
  const { kind, state, title, url, detail, actor, at } = activity;
  const [word, tone] = state ? stateWords[state] : [];
  return (
    <li className={styles.row}>
      <KindIcon kind={kind} />
      <div className={styles.what}>
        <span className={styles.title}>
          {url ? (
            <Link href={url} target="_blank" rel="noreferrer">
              <bdi>{title}</bdi>
            </Link>
          ) : (
            <bdi>{title}</bdi>
          )}
        </span>
        <span className={styles.detail}>
          <span>
            {kindWords[kind].one}
            {word && (
              <>
                {' '}
                <span className={styles[tone ?? 'plain']}>{word}</span>
              </>
            )}
          </span>
          {detail && <bdi>{detail}</bdi>}
          {showsRepository && <Place {...activity} />}
          {actor && (
            <span>
              by <bdi>{actor}</bdi>
            </span>
          )}
        </span>
      </div>
      <time className={styles.time} dateTime={at} title={formatInstant(at)}>
        {formatAgo(at, new Date())}
      </time>
    </li>
  );
}
