import { useCallback, useState, type ReactNode } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { Button } from '@backstage/ui';
import {
  securityFindingTriagePermission,
  type Finding,
  type FindingPage,
} from '@portal/plugin-security-score-common';
import { everything } from '@portal/plugin-metrics-common';
import {
  ExportMenu,
  formatNumber,
  LoadFailure,
  partStyles,
  ReadOnlyNote,
  Section,
  usePages,
} from '@portal/plugin-metrics-react';
import { securityScoreApiRef } from '../../api';
import { useFindingSelection } from '../../selection';
import { findingsSubject } from '../../words';
import { SeverityCounts } from '../parts';
import { BulkBar } from './BulkBar';
import { FindingDialog } from './FindingDialog';
import { FindingFilters } from './FindingFilters';
import { FindingItem } from './FindingItem';
import { findingColumns } from './findingColumns';

const pageSize = 50;

/** A list of findings with its filters, and what can be done with those that are chosen. */
export function FindingsContent(props: {
  /** A scope that the place fixes; without it that of the address. */
  scope?: string;
  title?: ReactNode;
  actions?: ReactNode;
}) {
  const { title, actions } = props;
  const { selection, change } = useFindingSelection();
  const { finding, scope: chosen, ...rest } = selection;
  const scope = props.scope ?? chosen;
  const key = JSON.stringify({ ...rest, scope });
  const api = useApi(securityScoreApiRef);
  const access = usePermission({ permission: securityFindingTriagePermission });
  const [picked, setPicked] = useState<ReadonlyMap<string, Finding>>(new Map());
  const [pickedOf, setPickedOf] = useState(key);
  if (pickedOf !== key) {
    // What is no longer in sight is not to be triaged by accident.
    setPickedOf(key);
    setPicked(new Map());
  }
  const loadPage = useCallback(
    (cursor?: string, signal?: AbortSignal) => {
      const question = JSON.parse(key);
      return api.getFindings(
        {
          ...question,
          scope: question.scope === everything ? undefined : question.scope,
          cursor,
          limit: pageSize,
        },
        { signal },
      );
    },
    [api, key],
  );
  const { result, reload, loadMore } = usePages<Finding, FindingPage>(loadPage);
  const pick = (item: Finding, isPicked: boolean) => {
    const next = new Map(picked);
    if (isPicked) {
      next.set(item.id, item);
    } else {
      next.delete(item.id);
    }
    setPicked(next);
  };
  const done = () => {
    setPicked(new Map());
    reload();
  };
  const counts = result.state === 'ready' ? result.value.first : undefined;
  // The filters keep the counts they had until new ones come, so that they do not jump.
  const [counted, setCounted] = useState(counts);
  if (counts && counts !== counted) {
    setCounted(counts);
  }
  return (
    <div className={partStyles.page}>
      {title ? <div className={partStyles.head}>{title}</div> : undefined}
      <Section
        title="Findings"
        meaning="One vulnerability of one package is one finding, whichever tools report it. Only open ones count in the score."
        result={result}
        onRetry={reload}
        height={480}
        {...findingsSubject}
        controls={
          <FindingFilters
            selection={selection}
            change={change}
            page={counted}
          />
        }
        actions={
          <>
            {actions}
            <ExportMenu
              fileName="security-findings"
              columns={findingColumns}
              rows={result.state === 'ready' ? result.value.items : []}
            />
          </>
        }
      >
        {({ items, hasMore, loadingMore, moreError, first }) => (
          <>
            <p className={partStyles.small} role="status">
              {formatNumber(first.total)} found. Open here:{' '}
              <SeverityCounts counts={first.bySeverity} none="none" />
            </p>
            {items.length === 0 ? (
              <p className={partStyles.text}>
                {counts && counts.open === 0 && rest.state?.join() === 'open'
                  ? 'Nothing is open here. Either all is well, or no scanner has reported: see the scans of a service.'
                  : 'No finding fits. Take a filter away.'}
              </p>
            ) : (
              <ul className={partStyles.items} aria-label="Findings">
                {items.map(item => (
                  <FindingItem
                    key={item.id}
                    finding={item}
                    showsService={props.scope === undefined}
                    isPicked={picked.has(item.id)}
                    onPick={
                      access.allowed
                        ? isPicked => pick(item, isPicked)
                        : undefined
                    }
                    onOpen={() => change({ finding: item.id })}
                  />
                ))}
              </ul>
            )}
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
            <ReadOnlyNote
              doing="Triage"
              permission={securityFindingTriagePermission}
              access={access}
            />
            {picked.size > 0 ? (
              <BulkBar
                findings={[...picked.values()]}
                onClear={() => setPicked(new Map())}
                onDone={done}
              />
            ) : undefined}
          </>
        )}
      </Section>
      {finding ? (
        <FindingDialog
          id={finding}
          onClose={() => change({ finding: undefined })}
        />
      ) : undefined}
    </div>
  );
}
