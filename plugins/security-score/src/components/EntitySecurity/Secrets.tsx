import { useCallback } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import {
  formatDate,
  formatNumber,
  partStyles,
  ScrollBox,
  Section,
  TimeAgo,
  useLoad,
} from '@portal/plugin-metrics-react';
import type {
  SecretMetadata,
  ServiceSecrets,
} from '@portal/plugin-security-score-common';
import { securityScoreApiRef } from '../../api';
import { vaultHelpPath } from '../../routes';
import { findingsSubject } from '../../words';

/** How old the secrets of a service are, as Vault tells. */
export function Secrets(props: { entityRef: string }) {
  const { entityRef } = props;
  const api = useApi(securityScoreApiRef);
  const load = useCallback(
    (signal: AbortSignal) => api.getSecrets({ entityRef }, { signal }),
    [api, entityRef],
  );
  const { result, reload } = useLoad(load);
  return (
    <Section
      title="Secrets"
      meaning="When each secret of this service was rotated. The portal reads this from Vault, and never what a secret is."
      result={result}
      onRetry={reload}
      height={120}
      {...findingsSubject}
      subject="the secrets of this service"
    >
      {secrets => <SecretTable secrets={secrets} />}
    </Section>
  );
}

function SecretTable({ secrets }: { secrets: ServiceSecrets }) {
  const { connected, items, complete, rotateAfterDays } = secrets;
  if (!connected) {
    return (
      <p className={partStyles.text}>
        This portal asks no Vault yet.{' '}
        <Link href={vaultHelpPath}>How to connect it</Link>
      </p>
    );
  }
  if (items.length === 0) {
    return (
      <p className={partStyles.text}>
        Vault has no secret where this service says that its secrets are.
      </p>
    );
  }
  const overdue = items.filter(item => item.overdue).length;
  return (
    <>
      <p className={partStyles.text}>
        {overdue === 0
          ? `All ${formatNumber(
              items.length,
            )} were rotated within ${rotateAfterDays} days.`
          : `${formatNumber(overdue)} of ${formatNumber(
              items.length,
            )} were not rotated for more than ${rotateAfterDays} days.`}
        {complete ? '' : ' There are more than are shown.'}
      </p>
      <ScrollBox label="Secrets">
        <table className={partStyles.table}>
          <thead>
            <tr>
              <th scope="col">Secret</th>
              <th scope="col">Rotated</th>
              <th scope="col">Next</th>
              <th scope="col" className={partStyles.number}>
                Version
              </th>
            </tr>
          </thead>
          <tbody>
            {items.map(item => (
              <SecretRow key={item.name} item={item} />
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </>
  );
}

function SecretRow({ item }: { item: SecretMetadata }) {
  return (
    <tr>
      <th scope="row">
        <Link href={item.url} target="_blank">
          <bdi>{item.name}</bdi>
        </Link>
      </th>
      <td>
        <TimeAgo at={item.rotatedAt} inline />
      </td>
      <td>
        {item.overdue ? 'Overdue since ' : ''}
        {formatDate(item.rotateBy.slice(0, 10))}
      </td>
      <td className={partStyles.number}>{formatNumber(item.version)}</td>
    </tr>
  );
}
