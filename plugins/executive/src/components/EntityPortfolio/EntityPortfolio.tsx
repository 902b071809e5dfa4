import { useCallback } from 'react';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { ButtonLink, Skeleton } from '@backstage/ui';
import { partStyles as styles, useLoad } from '@portal/plugin-metrics-react';
import { executiveApiRef } from '../../api';
import { PageFailure, useSubPageHref } from '../frame';
import { HealthTiles } from '../Portfolio';

/** On the page of a group, domain or system: how it is doing, and the way to its portfolio. */
export function EntityPortfolio() {
  const { entity } = useEntity();
  const api = useApi(executiveApiRef);
  const pageHref = useSubPageHref();
  const node = stringifyEntityRef(entity);
  const hierarchy =
    entity.kind.toLocaleLowerCase('en-US') === 'group'
      ? 'organisation'
      : 'domains';
  const load = useCallback(
    (signal: AbortSignal) =>
      api.getPortfolio({ node, hierarchy, depth: 1 }, { signal }),
    [api, node, hierarchy],
  );
  const { result, reload } = useLoad(load);
  const hrefOf = (change: Record<string, string> = {}) =>
    pageHref(
      'portfolio',
      `?${new URLSearchParams({ node, hierarchy, ...change })}`,
    );
  return (
    <div className={styles.page} aria-busy={result.state === 'loading'}>
      {result.state === 'loading' ? (
        <Skeleton width="100%" height={240} />
      ) : undefined}
      {result.state === 'failed' ? (
        <PageFailure
          subject="the figures of the portfolio"
          error={result.error}
          onRetry={reload}
        />
      ) : undefined}
      {result.state === 'ready' ? (
        <>
          <HealthTiles
            portfolio={result.value}
            hrefOf={pillar => hrefOf({ pillar })}
          />
          <div>
            <ButtonLink href={hrefOf()} variant="secondary">
              Open it in the portfolio
            </ButtonLink>
          </div>
        </>
      ) : undefined}
    </div>
  );
}
