import { useMemo, type ReactNode } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  Alert,
  Container,
  Link,
  Menu,
  MenuItem,
  MenuTrigger,
  Button,
  Select,
  Skeleton,
} from '@backstage/ui';
import { RiDownloadLine } from '@remixicon/react';
import type {
  Hierarchy,
  NodeContext,
  ReportFormat,
  ReportPage,
} from '@portal/plugin-executive-common';
import {
  formatDay,
  formatInstant,
  LoadFailure,
  partStyles as styles,
  useSubmit,
  type Loaded,
} from '@portal/plugin-metrics-react';
import { useLocation, useNavigate, useResolvedPath } from 'react-router-dom';
import { executiveApiRef } from '../../api';
import { figuresHelpPath, subPaths } from '../../routes';
import { downloadBlob } from '../Reports/downloadBlob';
import view from './frame.module.css';
import { NodePicker } from './NodePicker';
import { useNodeQuery } from './useNodeQuery';

const hierarchies: Array<{ id: Hierarchy; label: string }> = [
  { id: 'organisation', label: 'By organisation' },
  { id: 'domains', label: 'By domain' },
];
const comparisons = [
  { id: '28', label: '28 days before', days: 28 },
  { id: '91', label: '13 weeks before', days: 91 },
  { id: '364', label: 'A year before', days: 364 },
];
const formats: Array<{ format: ReportFormat; title: string }> = [
  { format: 'pdf', title: 'PDF' },
  { format: 'csv', title: 'CSV' },
  { format: 'html', title: 'Page to print' },
];

function dayText(day: string): string {
  return `${formatDay(day)} ${day.slice(0, 4)}`;
}

function daysBefore(day: string, days: number): string {
  return new Date(Date.parse(day) - days * 86_400_000)
    .toISOString()
    .slice(0, 10);
}

function Exports({ page }: { page: ReportPage }) {
  const api = useApi(executiveApiRef);
  const { query, searchWith } = useNodeQuery();
  const navigate = useNavigate();
  const reports = useResolvedPath(`../${subPaths.reports}`).pathname;
  const { isPending, problem, submit } = useSubmit();
  return (
    <>
      {problem ? (
        <Alert role="alert" status="danger" icon title={problem} />
      ) : undefined}
      <MenuTrigger>
        <Button
          variant="secondary"
          isPending={isPending}
          iconStart={<RiDownloadLine aria-hidden="true" />}
        >
          Take along
        </Button>
        <Menu>
          {formats.map(({ format, title }) => (
            <MenuItem
              key={format}
              onAction={() =>
                submit(async () => {
                  downloadBlob(
                    await api.getReport({ page, format, query }),
                    `${page}.${format}`,
                  );
                })
              }
            >
              {title}
            </MenuItem>
          ))}
          <MenuItem
            onAction={() =>
              submit(async () => {
                const { id } = await api.createLink({ page, query });
                navigate(`${reports}${searchWith({ archived: id })}`);
              })
            }
          >
            Keep what is shown
          </MenuItem>
        </Menu>
      </MenuTrigger>
    </>
  );
}

function Controls({ context }: { context: NodeContext }) {
  const { query, change } = useNodeQuery();
  const chosen = comparisons.find(
    ({ days }) => query.compare === daysBefore(context.day, days),
  );
  return (
    <>
      <NodePicker
        node={context.node}
        hierarchy={context.hierarchy}
        onChoose={({ ref }) => change({ node: ref })}
      />
      <div className={view.select}>
        <Select
          label="Cut"
          options={hierarchies}
          value={context.hierarchy}
          onChange={key =>
            change({
              hierarchy: hierarchies.find(({ id }) => id === key)?.id,
              node: undefined,
            })
          }
        />
      </div>
      <div className={view.select}>
        <Select
          label="Compared with"
          options={comparisons}
          value={chosen?.id ?? (query.compare ? null : '28')}
          onChange={key => {
            const found = comparisons.find(({ id }) => id === key);
            change({
              compare: found && daysBefore(context.day, found.days),
            });
          }}
        />
      </div>
      <div className={view.select}>
        <Select
          label="Whose past"
          options={[
            { id: 'then', label: 'Who belonged then' },
            { id: 'today', label: 'Who belongs today' },
          ]}
          value={context.asOf ?? 'then'}
          onChange={key =>
            change({ asOf: key === 'today' ? 'today' : undefined })
          }
        />
      </div>
    </>
  );
}

function Facts({ context }: { context: NodeContext }) {
  return (
    <p className={styles.small}>
      Figures of {dayText(context.day)}
      {context.final
        ? ''
        : `, which is not over: last looked at ${formatInstant(
            context.takenAt,
          )}`}
      .{' '}
      {context.compareDay
        ? `Compared with ${dayText(context.compareDay)}.`
        : 'There is nothing that far back to compare with.'}{' '}
      Judged by version {context.formulaVersion}.{' '}
      <Link href={figuresHelpPath}>What the figures mean</Link>
    </p>
  );
}

function Trail({ context }: { context: NodeContext }) {
  const { searchWith } = useNodeQuery();
  const { pathname } = useLocation();
  return context.above.length === 0 ? null : (
    <nav aria-label="Above it">
      <ol className={view.trail}>
        {context.above.map(({ ref, title }) => (
          <li key={ref}>
            <Link
              href={`${pathname}${searchWith({
                node: ref === 'everything' ? undefined : ref,
              })}`}
            >
              <bdi>{title}</bdi>
            </Link>
          </li>
        ))}
        <li aria-current="page">
          <bdi>{context.node.title}</bdi>
        </li>
      </ol>
    </nav>
  );
}

/** What every page of the portfolio has around it: of which part, of which day, compared with what, and how it is taken along. */
export function PageFrame<T extends { context: NodeContext }>(props: {
  page: ReportPage;
  /** What could not be loaded, in the plural. */
  subject: string;
  result: Loaded<T>;
  onRetry: () => void;
  children: (value: T) => ReactNode;
}) {
  const { page, subject, result, onRetry, children } = props;
  const context = result.state === 'ready' ? result.value.context : undefined;
  const content = useMemo(
    () => (result.state === 'ready' ? children(result.value) : undefined),
    [result, children],
  );
  return (
    <Container>
      <div className={styles.page} aria-busy={result.state === 'loading'}>
        {context ? (
          <>
            <Trail context={context} />
            <div className={`${view.head} ${view.controls}`}>
              <Controls context={context} />
              <span className={view.spacer} />
              <Exports page={page} />
            </div>
            <Facts context={context} />
          </>
        ) : undefined}
        {result.state === 'loading' ? (
          <>
            <Skeleton width="60%" height={40} />
            <Skeleton width="100%" height={360} />
          </>
        ) : undefined}
        {result.state === 'failed' ? (
          <LoadFailure
            subject={subject}
            permission="executive.node.read"
            error={result.error}
            onRetry={onRetry}
          />
        ) : undefined}
        {content}
      </div>
    </Container>
  );
}
