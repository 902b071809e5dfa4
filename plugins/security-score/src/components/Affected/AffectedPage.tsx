import { useCallback, useState, type FormEvent } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { Button, Container, TextField } from '@backstage/ui';
import type {
  AffectedAnswer,
  AffectedRow,
  FindingState,
} from '@portal/plugin-security-score-common';
import {
  EntityLink,
  ExportMenu,
  formatNumber,
  LoadFailure,
  partStyles,
  ScrollBox,
  Section,
  usePages,
  type DataColumn,
} from '@portal/plugin-metrics-react';
import { useSearchParams } from 'react-router-dom';
import { securityScoreApiRef } from '../../api';
import { findingsSubject, stateNames } from '../../words';
import { FindingsGuard } from '../parts';
import filters from '../parts/security.module.css';

const pageSize = 100;

const columns: readonly DataColumn<AffectedRow>[] = [
  { id: 'service', title: 'Service', text: row => row.entityRef },
  { id: 'package', title: 'Package', text: row => row.packageName },
  { id: 'version', title: 'Version', text: row => row.version },
  { id: 'basis', title: 'Known from', text: row => row.basis.join(' ') },
  { id: 'state', title: 'State', text: row => row.state ?? '' },
];

/** A name of a vulnerability begins so; anything else is a package. */
function isVulnerability(text: string): boolean {
  return /^(CVE|GHSA|OSV|GO|PYSEC|RUSTSEC|MAL|DSA|USN)-/i.test(text.trim());
}

function basisWords(row: AffectedRow): string {
  const words = row.basis.map(basis =>
    basis === 'finding' ? 'a scanner' : 'the inventory',
  );
  return words.join(' and ');
}

/** Who has any version of a package is not affected by anything yet, and who has nothing of an unknown name may still be. */
function verdictOf(answer: AffectedAnswer, isDanger: boolean): string {
  const { known, services } = answer;
  if (!known) {
    return 'No report and no inventory names it. A name is looked for as a whole.';
  }
  if (services === 0) {
    return isDanger ? 'No services are affected.' : 'No services have it.';
  }
  const count =
    services === 1 ? '1 service' : `${formatNumber(services)} services`;
  if (isDanger) {
    return `${count} ${services === 1 ? 'is' : 'are'} affected.`;
  }
  return `${count} ${services === 1 ? 'has' : 'have'} it.`;
}

function Answer(props: { question: string; range?: string }) {
  const { question, range } = props;
  const api = useApi(securityScoreApiRef);
  const loadPage = useCallback(
    (cursor?: string, signal?: AbortSignal) =>
      api.getAffected(
        isVulnerability(question)
          ? { vulnerability: question, cursor, limit: pageSize }
          : { package: question, range, cursor, limit: pageSize },
        { signal },
      ),
    [api, question, range],
  );
  const { result, reload, loadMore } = usePages<AffectedRow, AffectedAnswer>(
    loadPage,
  );
  return (
    <Section
      title={`Where ${question} is`}
      result={result}
      onRetry={reload}
      {...findingsSubject}
      actions={
        <ExportMenu
          fileName="affected-services"
          columns={columns}
          rows={result.state === 'ready' ? result.value.items : []}
        />
      }
    >
      {({ items, first, hasMore, loadingMore, moreError }) => (
        <>
          <p className={partStyles.text}>
            <strong className={partStyles.strong}>
              {verdictOf(first, isVulnerability(question) || Boolean(range))}
            </strong>{' '}
            {first.coverage.withInventory < first.coverage.total
              ? `${formatNumber(
                  first.coverage.total - first.coverage.withInventory,
                )} of ${formatNumber(
                  first.coverage.total,
                )} services have no inventory: of those it can't be known.`
              : 'Every service has an inventory.'}
          </p>
          <p className={partStyles.small}>
            Looked for: <bdi>{first.understood.join('; ')}</bdi>
          </p>
          {items.length > 0 ? (
            <ScrollBox label="Affected services">
              <table
                className={partStyles.table}
                aria-label="Affected services"
              >
                <thead>
                  <tr>
                    <th scope="col">Service</th>
                    <th scope="col">Package</th>
                    <th scope="col">Version</th>
                    <th scope="col">Known from</th>
                    <th scope="col">State</th>
                  </tr>
                </thead>
                <tbody>
                  {items.map(row => (
                    <tr
                      key={`${row.entityRef} ${row.packageName} ${row.version}`}
                    >
                      <th scope="row">
                        <EntityLink entityRef={row.entityRef} tab="security" />
                      </th>
                      <td>
                        <bdi>{row.packageName}</bdi>
                        {row.direct === false ? ' (through another)' : ''}
                      </td>
                      <td>{row.version || 'not said'}</td>
                      <td>{basisWords(row)}</td>
                      <td>
                        {row.state
                          ? stateNames[row.state as FindingState]
                          : '–'}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </ScrollBox>
          ) : undefined}
          {moreError ? (
            <LoadFailure
              {...findingsSubject}
              error={moreError}
              onRetry={loadMore}
            />
          ) : undefined}
          {hasMore ? (
            <div>
              <Button
                variant="secondary"
                isPending={loadingMore}
                onPress={loadMore}
              >
                Load more
              </Button>
            </div>
          ) : undefined}
        </>
      )}
    </Section>
  );
}

function AffectedContent() {
  const [params, setParams] = useSearchParams();
  const question = params.get('q') ?? '';
  const range = params.get('range') ?? '';
  const [text, setText] = useState(question);
  const [versions, setVersions] = useState(range);
  const ask = (event: FormEvent) => {
    event.preventDefault();
    const next: Record<string, string> = {};
    if (text.trim()) {
      next.q = text.trim();
    }
    if (versions.trim() && !isVulnerability(text)) {
      next.range = versions.trim();
    }
    setParams(next);
  };
  return (
    <>
      <div className={partStyles.page}>
        <form className={filters.filters} onSubmit={ask}>
          <TextField
            label="Vulnerability or package"
            placeholder="CVE-2021-44228, log4j-core or pkg:npm/lodash"
            maxLength={500}
            value={text}
            onChange={setText}
          />
          <TextField
            label="Versions (of a package)"
            placeholder="<2.17.1"
            value={versions}
            onChange={setVersions}
            isDisabled={isVulnerability(text)}
          />
          <Button type="submit">Where are we affected?</Button>
        </form>
        {question ? (
          <Answer question={question} range={range || undefined} />
        ) : (
          <p className={partStyles.text}>
            Asked for every service that you may read: by what scanners found,
            and by what is in the inventories. Versions are compared by the
            rules of their ecosystem.
          </p>
        )}
      </div>
    </>
  );
}

/** Where are we affected: asked for all services at once. */
export function AffectedPage() {
  return (
    <Container>
      <FindingsGuard>
        <AffectedContent />
      </FindingsGuard>
    </Container>
  );
}
