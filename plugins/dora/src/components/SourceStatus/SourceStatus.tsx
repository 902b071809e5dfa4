import { Card, Link, Text } from '@backstage/ui';
import {
  RiCheckboxCircleLine,
  RiErrorWarningLine,
  RiLoader2Line,
} from '@remixicon/react';
import type { DeliverySource } from '@portal/plugin-dora-common';
import { DemoLabel, formatNumber, TimeAgo } from '@portal/plugin-metrics-react';
import { deliveryHelpPath } from '../../routes';
import styles from './SourceStatus.module.css';

const kinds: Record<string, string> = {
  git: 'Git repository',
  import: 'Imported records',
  github: 'GitHub',
  gitlab: 'GitLab',
  'azure-devops': 'Azure DevOps',
  cdevents: 'CDEvents',
  argocd: 'Argo CD',
  pagerduty: 'PagerDuty',
  alertmanager: 'Prometheus Alertmanager',
  generic: 'Webhook',
};

const states = {
  ok: { words: 'Working', icon: RiCheckboxCircleLine, tone: styles.good },
  pending: {
    words: 'Being read for the first time',
    icon: RiLoader2Line,
    tone: styles.unknown,
  },
  error: { words: 'Failing', icon: RiErrorWarningLine, tone: styles.bad },
};

function SourceItem(props: { source: DeliverySource }) {
  const { source } = props;
  const { words, icon: Icon, tone } = states[source.state];
  return (
    <li className={styles.source}>
      <p className={styles.line}>
        <strong>{kinds[source.source] ?? source.source}</strong>
        {source.location ? (
          <bdi className={styles.location}>{source.location}</bdi>
        ) : undefined}
        {source.demo ? <DemoLabel /> : undefined}
      </p>
      <p className={`${styles.line} ${tone}`}>
        <Icon size={16} aria-hidden="true" /> {words}
        {source.failingSince ? (
          <span>
            since <TimeAgo at={source.failingSince} inline />
          </span>
        ) : undefined}
      </p>
      {source.error ? <p className={styles.text}>{source.error}</p> : undefined}
      <p className={styles.text}>
        {source.lastSuccessAt ? (
          <>
            Last read <TimeAgo at={source.lastSuccessAt} inline />:{' '}
          </>
        ) : (
          'Never read yet: '
        )}
        {formatNumber(source.commits)} commits, {formatNumber(source.releases)}{' '}
        releases.
      </p>
    </li>
  );
}

/** Where the facts come from and how that source is doing. */
export function SourceStatus(props: { sources: readonly DeliverySource[] }) {
  const { sources } = props;
  return (
    <Card className={styles.card}>
      <Text as="h3" variant="title-x-small" className={styles.title}>
        Where the facts come from
      </Text>
      {sources.length === 0 ? (
        <p className={styles.text}>
          No delivery history is connected yet.{' '}
          <Link href={deliveryHelpPath}>Connect deployments</Link>
        </p>
      ) : (
        <ul className={styles.sources}>
          {sources.map(source => (
            <SourceItem
              key={`${source.source} ${source.location ?? ''} ${source.demo}`}
              source={source}
            />
          ))}
        </ul>
      )}
    </Card>
  );
}
