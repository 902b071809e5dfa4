import { useCallback } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { Button, ButtonLink, Select } from '@backstage/ui';
import {
  standings,
  type CheckResult,
  type HealthPillar,
  type ServicePage,
  type ServiceStanding,
  type Standing,
} from '@portal/plugin-executive-common';
import {
  EntityLink,
  formatNumber,
  formatRatio,
  formatValue,
  LoadFailure,
  partStyles as styles,
  ScrollBox,
  Section,
  Status,
  usePages,
} from '@portal/plugin-metrics-react';
import { useSearchParams } from 'react-router-dom';
import { executiveApiRef } from '../../api';
import { standingWords } from '../../words';
import { useNodeQuery } from '../frame';
import view from './Portfolio.module.css';

const pageSize = 50;
const any = 'any';
/** Which tab of a component proves a pillar. */
const tabs: Record<string, string> = {
  delivery: 'delivery',
  cost: 'cost',
  security: 'security',
  reliability: 'health',
  documentation: 'docs',
};

function valueText({ change, of, value }: CheckResult): string {
  if (of === 'change') {
    return change === undefined ? 'not known' : formatRatio(change);
  }
  return value.value === undefined
    ? 'not known'
    : formatValue(value.value, value.unit);
}

function limitText(check: CheckResult, limit: number): string {
  return check.of === 'change'
    ? formatRatio(limit)
    : formatValue(limit, check.value.unit);
}

function Checks({ checks }: { checks: readonly CheckResult[] }) {
  return (
    <ul className={view.checks}>
      {checks.map(check => (
        <li key={`${check.metricId} ${check.of}`} className={styles.small}>
          {check.title}
          {check.of === 'change' ? ', change' : ''}:{' '}
          <strong className={styles.strong}>{valueText(check)}</strong>,{' '}
          {standingWords[check.standing].text.toLocaleLowerCase()}; expected{' '}
          {limitText(check, check.target)}, floor{' '}
          {limitText(check, check.floor)}
        </li>
      ))}
    </ul>
  );
}

function Row(props: {
  service: ServiceStanding;
  pillars: readonly HealthPillar[];
}) {
  const { service, pillars } = props;
  return (
    <tr>
      <th scope="row">
        <EntityLink entityRef={service.entityRef} />
        <div className={styles.small}>
          {service.ownerRef ? (
            <EntityLink entityRef={service.ownerRef} />
          ) : (
            'Nobody owns it'
          )}
        </div>
      </th>
      {pillars.map(({ id }) => {
        const pillar = service.pillars.find(each => each.pillarId === id);
        const { text, judgement } =
          standingWords[pillar?.standing ?? 'unmeasured'];
        return (
          <td key={id} className={view.standing}>
            <Status judgement={judgement}>{text}</Status>
            <Checks checks={pillar?.checks ?? []} />
            {tabs[id] && pillar && pillar.checks.length > 0 ? (
              <span className={styles.small}>
                Evidence:{' '}
                <EntityLink entityRef={service.entityRef} tab={tabs[id]} />
              </span>
            ) : undefined}
          </td>
        );
      })}
    </tr>
  );
}

/** The services behind a cell, with what was compared. */
export function ServicesPanel({ pillars }: { pillars: HealthPillar[] }) {
  const api = useApi(executiveApiRef);
  const { key, searchWith } = useNodeQuery();
  const [params, setParams] = useSearchParams();
  const pillar = params.get('pillar') ?? undefined;
  const standing = standings.find(each => each === params.get('standing'));
  const loadPage = useCallback(
    (cursor?: string, signal?: AbortSignal) =>
      api.getServices(
        { ...JSON.parse(key), pillar, standing, cursor, limit: pageSize },
        { signal },
      ),
    [api, key, pillar, standing],
  );
  const { result, reload, loadMore } = usePages<ServiceStanding, ServicePage>(
    loadPage,
  );
  const shown = pillars.filter(({ id }) => !pillar || id === pillar);
  const choose = (name: string, value: string | undefined) =>
    setParams(current => {
      const next = new URLSearchParams(current);
      if (value) {
        next.set(name, value);
      } else {
        next.delete(name);
      }
      return next;
    });
  return (
    <Section
      title={shown.length === 1 ? `Services: ${shown[0].title}` : 'Services'}
      meaning="Where each stands, and what was compared with what is expected."
      result={result}
      onRetry={reload}
      subject="services"
      permission="executive.node.read"
      actions={
        <ButtonLink
          href={searchWith({ pillar: undefined, standing: undefined }) || '?'}
          variant="tertiary"
        >
          Close
        </ButtonLink>
      }
      controls={
        <div className={styles.row}>
          <div className={styles.select}>
            <Select
              label="Pillar"
              options={[
                { id: any, label: 'All' },
                ...pillars.map(({ id, title }) => ({ id, label: title })),
              ]}
              value={pillar ?? any}
              onChange={chosen =>
                choose('pillar', chosen === any ? undefined : String(chosen))
              }
            />
          </div>
          <div className={styles.select}>
            <Select
              label="Standing"
              options={[
                { id: any, label: 'All' },
                ...standings.map((id: Standing) => ({
                  id,
                  label: standingWords[id].text,
                })),
              ]}
              value={standing ?? any}
              onChange={chosen =>
                choose('standing', chosen === any ? undefined : String(chosen))
              }
            />
          </div>
        </div>
      }
    >
      {({ items, hasMore, loadingMore, moreError }) =>
        items.length === 0 ? (
          <p className={styles.text}>No service stands there.</p>
        ) : (
          <>
            <ScrollBox label="Services">
              <table className={styles.table} aria-label="Services">
                <thead>
                  <tr>
                    <th scope="col">Service</th>
                    {shown.map(({ id, title }) => (
                      <th key={id} scope="col">
                        {title}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {items.map(service => (
                    <Row
                      key={service.entityRef}
                      service={service}
                      pillars={shown}
                    />
                  ))}
                </tbody>
              </table>
            </ScrollBox>
            {moreError ? (
              <LoadFailure
                subject="services"
                error={moreError}
                onRetry={loadMore}
              />
            ) : undefined}
            {hasMore ? (
              <Button
                variant="secondary"
                isPending={loadingMore}
                onPress={loadMore}
              >
                Load more
              </Button>
            ) : (
              <p className={styles.small}>
                {formatNumber(items.length)}{' '}
                {items.length === 1 ? 'service' : 'services'}
              </p>
            )}
          </>
        )
      }
    </Section>
  );
}
