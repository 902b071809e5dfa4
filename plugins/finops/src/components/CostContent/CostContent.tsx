import { useCallback, type ReactNode } from 'react';
import { useApiHolder, useRouteRef } from '@backstage/frontend-plugin-api';
import { entityPresentationApiRef } from '@backstage/plugin-catalog-react';
import { Alert, Button, ButtonLink, Link, Text } from '@backstage/ui';
import { RiCloseLine, RiFileList3Line, RiUpload2Line } from '@remixicon/react';
import type { CostsAnswer } from '@portal/plugin-finops-common';
import { everything } from '@portal/plugin-metrics-common';
import {
  DemoLabel,
  formatPeriod,
  LoadFailure,
  useLoad,
  Empty,
  partStyles as styles,
} from '@portal/plugin-metrics-react';
import { useCarbon, useCosts } from '../../hooks';
import {
  costHelpPath,
  costPath,
  costRouteRef,
  importHelpPath,
  subPaths,
} from '../../routes';
import {
  noLines,
  useCostSelection,
  type CostSelection,
  type Grouping,
} from '../../selection';
import {
  costSubject,
  isEntityKey,
  metricWords,
  spellAmounts,
  titleOfKey,
  whyNotComparable,
} from '../../words';
import { CostFilters, PeriodChoice } from '../CostControls';
import { CostTable } from '../CostTable';
import { CostTiles } from '../CostTiles';
import { CostTreemap } from '../CostTreemap';
import { CostTrend } from '../CostTrend';
import { LineList } from '../LineList';
import { UnitCosts } from '../UnitCosts';
import { WhyChanged } from '../WhyChanged';

/** Properties of {@link CostContent}. */
export type CostContentProps = {
  /** Where the place of the view says whose cost it is; else the reader chooses. */
  fixed?: Pick<CostSelection, 'scope'> & { environment?: string };
  /** Names the scope, or lets the reader choose another. */
  title: ReactNode;
};

function fileNameOf(selection: CostSelection, from: string): string {
  const scope = selection.scope.replaceAll(/[^a-z0-9-]+/gi, '-');
  return `cost-${scope}-${from}`;
}

const mostNames = 200;

/** Names groups as the catalog does; by their key until it has answered. */
function useNames(groupBy: Grouping, answer: CostsAnswer | undefined) {
  const presentations = useApiHolder().get(entityPresentationApiRef);
  const load = useCallback(async () => {
    const keys = (answer?.groups ?? [])
      .map(({ key }) => key)
      .filter(key => isEntityKey(groupBy, key))
      .slice(0, mostNames);
    const found = await Promise.all(
      presentations
        ? keys.map(key => presentations.forEntity(key).promise)
        : [],
    );
    return new Map(
      found.map(({ primaryTitle }, index) => [keys[index], primaryTitle]),
    );
  }, [presentations, answer, groupBy]);
  const { result } = useLoad(load);
  const names = result.state === 'ready' ? result.value : undefined;
  return useCallback(
    (key: string) => names?.get(key) ?? titleOfKey(groupBy, key),
    [names, groupBy],
  );
}

function NoCost(props: { whole: boolean; period: string }) {
  const { whole, period } = props;
  return (
    <Empty
      title={whole ? 'There is no cost here yet' : 'Nothing was charged here'}
      text={
        whole
          ? 'Bring in the cost files of your cloud providers, in the open FOCUS format, and every amount finds its owner by tags and rules.'
          : `No line of any invoice belongs here in ${period}. Choose a longer period or fewer filters; or tag what runs here, so that its cost finds the way.`
      }
    >
      <ButtonLink
        href={
          whole ? importHelpPath : `${costHelpPath}#how-cost-finds-its-owner`
        }
        variant="secondary"
        iconStart={<RiUpload2Line aria-hidden="true" />}
      >
        {whole ? 'Bring cost data in' : 'How cost finds its owner'}
      </ButtonLink>
    </Empty>
  );
}

function Notes(props: { answer: CostsAnswer }) {
  const { answer } = props;
  const { visible, unconverted = [], previous, currency } = answer;
  const earlier = previous?.unconverted ?? [];
  return (
    <>
      {visible === 'own' ? (
        <Alert
          status="info"
          icon
          title="You see what your teams own"
          description="Costs of other teams are not shown, only the totals of the groups above yours. Whoever needs to see all can ask an administrator for the role that allows it."
        />
      ) : undefined}
      {unconverted.length > 0 || earlier.length > 0 ? (
        <Alert
          status="warning"
          icon
          title={`Some cost has no exchange rate to ${currency} and is in no figure here`}
          description={[
            spellAmounts(unconverted),
            earlier.length > 0 &&
              `${spellAmounts(earlier)} of the time that is compared with`,
          ]
            .filter(Boolean)
            .join(', and ')}
        />
      ) : undefined}
    </>
  );
}

/** The cost of a scope: the answer, why, and what is behind it. */
export function CostContent(props: CostContentProps) {
  const { fixed, title } = props;
  const page = useCostSelection();
  const { change, hrefWith } = page;
  const selection = { ...page.selection, ...fixed };
  const { question, groupBy, result, reload } = useCosts(selection);
  const carbon = useCarbon(question, groupBy);
  const root = useRouteRef(costRouteRef);
  const answer = result.state === 'ready' ? result.value : undefined;
  const nameOf = useNames(groupBy, answer);
  const fileName = fileNameOf(selection, question.from);
  const { environment, provider, serviceCategory, serviceName, lines } =
    selection;
  const isUnfiltered =
    !environment && !provider && !serviceCategory && !serviceName;
  const whole = selection.scope === everything && isUnfiltered;
  // The store counts what a scope does, and not a part of it; and of everything it counts what others do, too.
  const isCounted =
    isUnfiltered &&
    answer !== undefined &&
    (answer.visible === 'all' || selection.scope !== everything);
  // On the page of an entity a step down leaves it for the page of cost.
  const rootPath = root?.() ?? costPath;
  const drillHref = useCallback(
    (next: Partial<CostSelection>) => {
      if (!fixed || next.scope === undefined) {
        return hrefWith(next);
      }
      const [, query = ''] = hrefWith(next).split('?');
      return `${rootPath}/${subPaths.overview}?${query}`;
    },
    [fixed, hrefWith, rootPath],
  );
  const period = formatPeriod(question);

  return (
    <section className={styles.page} aria-label="Cost">
      <header className={styles.head}>
        <div className={styles.row}>
          {title}
          {answer?.demo ? <DemoLabel /> : undefined}
        </div>
        <PeriodChoice selection={selection} change={change} />
      </header>
      <div className={styles.row}>
        <CostFilters
          selection={selection}
          change={change}
          question={question}
          without={fixed?.environment ? ['environment'] : undefined}
        />
      </div>
      {serviceName ? (
        <div className={styles.row}>
          <span className={styles.name}>
            Only the service <bdi>{serviceName}</bdi>
          </span>
          <Button
            size="small"
            variant="secondary"
            iconStart={<RiCloseLine aria-hidden="true" />}
            onPress={() => change({ ...noLines, groupBy: undefined })}
          >
            All services
          </Button>
        </div>
      ) : undefined}
      <p className={styles.text} role="status">
        {metricWords[selection.metric].meaning} {period} (UTC).{' '}
        <Link href={costHelpPath}>How to read this</Link>
      </p>
      {answer ? <Notes answer={answer} /> : undefined}
      {result.state === 'failed' ? (
        <LoadFailure {...costSubject} error={result.error} onRetry={reload} />
      ) : undefined}
      {answer?.lines === 0 && !answer.unconverted ? (
        <NoCost whole={whole} period={period} />
      ) : (
        <>
          <CostTiles
            selection={selection}
            hrefWith={hrefWith}
            result={result}
            carbon={carbon}
            budgetsHref={`${rootPath}/${subPaths.budgets}`}
          />
          {result.state === 'failed' ? undefined : (
            <>
              <CostTrend
                result={result}
                question={question}
                groupBy={groupBy}
                titleOf={nameOf}
                fileName={fileName}
              />
              {lines ? (
                <LineList
                  selection={selection}
                  change={change}
                  question={question}
                  fileName={fileName}
                />
              ) : (
                <>
                  <CostTable
                    selection={selection}
                    change={change}
                    hrefWith={drillHref}
                    result={result}
                    carbon={carbon.state === 'ready' ? carbon.value : undefined}
                    groupBy={groupBy}
                    nameOf={nameOf}
                    fileName={fileName}
                  />
                  {serviceName ? undefined : (
                    <CostTreemap
                      question={question}
                      hrefWith={drillHref}
                      fileName={fileName}
                    />
                  )}
                  {serviceName ||
                  (answer && whyNotComparable(answer)) ? undefined : (
                    <WhyChanged
                      question={question}
                      compare={selection.compare}
                      fileName={fileName}
                    />
                  )}
                  {isCounted ? (
                    <UnitCosts
                      selection={selection}
                      change={change}
                      question={question}
                    />
                  ) : undefined}
                  <div>
                    <ButtonLink
                      href={hrefWith({ ...noLines, serviceName, lines: 'all' })}
                      variant="secondary"
                      iconStart={<RiFileList3Line aria-hidden="true" />}
                    >
                      Show the lines of the invoices
                    </ButtonLink>
                  </div>
                </>
              )}
            </>
          )}
        </>
      )}
    </section>
  );
}

/** The heading of a view whose scope is fixed. */
export function FixedTitle() {
  return (
    <Text as="h2" variant="title-small" className={styles.title}>
      Cost
    </Text>
  );
}
