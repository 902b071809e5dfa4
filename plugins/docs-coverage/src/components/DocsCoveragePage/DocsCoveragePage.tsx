import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';
import { useApi } from '@backstage/frontend-plugin-api';
import { Button, Container } from '@backstage/ui';
import { RiCloseLine } from '@remixicon/react';
import type { CoverageGrouping } from '@portal/plugin-docs-coverage-common';
import { EntityLink, useLoad } from '@portal/plugin-metrics-react';
import { docsCoverageApiRef } from '../../api';
import { groupingParam, scopeParam } from '../../routes';
import { BrokenLinkList } from './BrokenLinkList';
import { GroupingSelect, groupings, GroupTable } from './GroupTable';
import { MissingList } from './MissingList';
import { MostReadList } from './MostReadList';
import { OverviewTiles } from './OverviewTiles';
import { SearchList } from './SearchList';
import { Section } from './Section';
import { StaleList } from './StaleList';
import styles from './DocsCoveragePage.module.css';

/** The most rows that a list of this page shows; what is above it is the next after these were mended. */
const listLimit = 100;

/** How many days reads and searches are counted over, today included. */
const usageDays = 28;

/** How much is documented, what is missing, which links lead nowhere, and what is read and looked for. */
export function DocsCoveragePage() {
  const api = useApi(docsCoverageApiRef);
  const [params, setParams] = useSearchParams();
  const scope = params.get(scopeParam) ?? undefined;
  const by: CoverageGrouping =
    groupings.find(({ id }) => id === params.get(groupingParam))?.id ?? 'owner';
  const choose = (name: string, value?: string) =>
    setParams(
      current => {
        const next = new URLSearchParams(current);
        if (value === undefined) {
          next.delete(name);
        } else {
          next.set(name, value);
        }
        return next;
      },
      { preventScrollReset: true },
    );

  const overview = useLoad(
    useCallback(signal => api.getOverview({ scope }, { signal }), [api, scope]),
  );
  const groups = useLoad(
    useCallback(
      signal => api.getGroups({ scope, by }, { signal }),
      [api, scope, by],
    ),
  );
  const missing = useLoad(
    useCallback(
      signal =>
        api.getEntities(
          { scope, documented: 'missing', limit: listLimit },
          { signal },
        ),
      [api, scope],
    ),
  );
  const links = useLoad(
    useCallback(
      signal => api.getBrokenLinks({ scope, limit: listLimit }, { signal }),
      [api, scope],
    ),
  );
  const stale = useLoad(
    useCallback(
      signal => api.getStaleSites({ scope }, { signal }),
      [api, scope],
    ),
  );
  const usage = useLoad(
    useCallback(
      signal => api.getUsage({ scope, days: usageDays }, { signal }),
      [api, scope],
    ),
  );
  // Lists of nothing would say that everything is documented.
  const isUnread =
    overview.result.state === 'ready' && !overview.result.value.scannedAt;
  return (
    <Container>
      <div className={styles.page}>
        {scope ? (
          <div className={styles.scope}>
            <span>
              Only what belongs to <EntityLink entityRef={scope} />
            </span>
            <Button
              size="small"
              variant="secondary"
              iconStart={<RiCloseLine aria-hidden="true" />}
              onPress={() => choose(scopeParam)}
            >
              Show everything
            </Button>
          </div>
        ) : undefined}
        <Section
          title="How much is documented?"
          meaning="Components in production or on trial, systems and APIs that name a documentation site."
          load={overview}
        >
          {value => <OverviewTiles overview={value} />}
        </Section>
        {isUnread ? undefined : (
          <>
            <Section
              title="Where is it missing?"
              meaning="Those with the most missing documentation first. Choose one to see its own."
              load={groups}
              controls={
                <GroupingSelect
                  by={by}
                  onSelect={next => choose(groupingParam, next)}
                />
              }
            >
              {({ items }) => (
                <GroupTable
                  by={by}
                  groups={items}
                  onSelect={ref => choose(scopeParam, ref)}
                />
              )}
            </Section>
            <Section
              title="Not documented"
              meaning="What should have documentation and names none."
              load={missing}
            >
              {page => <MissingList page={page} />}
            </Section>
            <Section
              title="Broken links"
              meaning="Links within a documentation site that lead nowhere. Links to other places are not followed."
              load={links}
            >
              {page => <BrokenLinkList page={page} />}
            </Section>
            <Section
              title="Stale"
              meaning="Documentation that last changed long before what it documents was last deployed to production."
              load={stale}
            >
              {value => <StaleList stale={value} />}
            </Section>
            <Section
              title="Most read"
              meaning={`How often pages of a documentation site were opened in the last ${usageDays} days.`}
              load={usage}
            >
              {value => <MostReadList usage={value} />}
            </Section>
            <Section
              title="Searches that found nothing"
              meaning={`What was looked for in the portal and not found in the last ${usageDays} days, by everybody, whatever is chosen above.`}
              load={usage}
            >
              {value => <SearchList usage={value} />}
            </Section>
          </>
        )}
      </div>
    </Container>
  );
}
