import { useMemo, useState } from 'react';
import { parseEntityRef } from '@backstage/catalog-model';
import {
  Button,
  Card,
  Link,
  Select,
  Skeleton,
  Text,
  ToggleButton,
  ToggleButtonGroup,
} from '@backstage/ui';
import {
  costBuckets,
  unallocatedKey,
  type CarbonAnswer,
  type CostBucket,
  type CostGroup,
  type CostsAnswer,
} from '@portal/plugin-finops-common';
import {
  ExportMenu,
  formatMoney,
  formatNumber,
  formatPeriod,
  formatRatio,
  ScrollBox,
  useEntityHref,
  type DataColumn,
  type Loaded,
  Bar,
  partStyles as parts,
} from '@portal/plugin-metrics-react';
import {
  groupings,
  groupingsOfService,
  noLines,
  orders,
  type CostSelection,
  type Grouping,
  type SelectionOfPage,
} from '../../selection';
import {
  bucketWords,
  comparableOf,
  describeChange,
  groupingNames,
  isEntityKey,
  titleOfKey,
} from '../../words';
import { ChangeWords, KeyName } from '../parts';
import {
  CarbonCell,
  carbonColumns,
  useCarbonOf,
  type CarbonOf,
} from './CarbonCell';
import styles from './CostTable.module.css';

const pageSize = 50;

const orderNames: Record<CostSelection['order'], string> = {
  cost: 'Dearest first',
  change: 'Grown most first',
  name: 'By name',
};

/** Where a row leads: one step down, from teams to systems, components, services, resources and lines. */
export function drill(
  groupBy: Grouping,
  key: string,
): Partial<CostSelection> | undefined {
  if (key === unallocatedKey) {
    return { ...noLines, groupBy: 'bucket' };
  }
  switch (groupBy) {
    case 'owner':
      return isEntityKey(groupBy, key)
        ? { ...noLines, scope: key, groupBy: 'system' }
        : undefined;
    case 'domain':
    case 'system':
    case 'entity':
      return isEntityKey(groupBy, key)
        ? { ...noLines, scope: key, groupBy: undefined }
        : undefined;
    case 'environment':
    case 'provider':
    case 'serviceCategory':
      return key
        ? { ...noLines, [groupBy]: key, groupBy: undefined }
        : undefined;
    case 'serviceName':
      return key
        ? { ...noLines, serviceName: key, groupBy: 'resource' }
        : undefined;
    case 'resource':
      return key ? { lines: 'all', resource: key } : undefined;
    default:
      return costBuckets.some(bucket => bucket === key)
        ? { ...noLines, lines: 'all', bucket: key as CostBucket }
        : undefined;
  }
}

function sorted(
  groups: readonly CostGroup[],
  order: CostSelection['order'],
  nameOf: (key: string) => string,
): CostGroup[] {
  const grown = ({ total, previous }: CostGroup) =>
    Number(total) - Number(previous ?? 0);
  return [...groups].sort((one, other) => {
    if (order === 'name') {
      return nameOf(one.key).localeCompare(nameOf(other.key));
    }
    return order === 'change'
      ? grown(other) - grown(one)
      : Number(other.total) - Number(one.total);
  });
}

function columnsOf(
  groupBy: Grouping,
  answer: CostsAnswer,
  carbonOf: CarbonOf,
): DataColumn<CostGroup>[] {
  const { currency, from, to, metric } = answer;
  const text = (id: string, value: string): DataColumn<CostGroup> => ({
    id,
    title: id,
    text: () => value,
  });
  return [
    { id: groupBy, title: groupingNames[groupBy], text: ({ key }) => key },
    text('from', from),
    text('to', to),
    text('metric', metric),
    text('currency', currency),
    { id: 'total', title: 'Cost', text: ({ total }) => total },
    {
      id: 'previous',
      title: 'Before',
      text: ({ previous }) => previous ?? '',
      value: ({ previous }) => previous,
    },
    ...carbonColumns(carbonOf),
    // In no row of the file: who adds it up has to know.
    ...(answer.unconverted
      ? [
          text(
            'notCounted',
            answer.unconverted
              .map(each => `${each.total} ${each.currency}`)
              .join('; '),
          ),
        ]
      : []),
  ];
}

function Row(
  props: Pick<SelectionOfPage, 'hrefWith'> & {
    group: CostGroup;
    answer: CostsAnswer;
    carbonOf: CarbonOf;
    groupBy: Grouping;
  },
) {
  const { group, answer, carbonOf, groupBy, hrefWith } = props;
  const { key, total, previous } = group;
  const { currency } = answer;
  const entityHref = useEntityHref();
  const whole = Number(answer.total);
  const share = whole > 0 ? Number(total) / whole : 0;
  const change = describeChange(
    total,
    comparableOf(answer) ? previous ?? '0' : undefined,
    currency,
  );
  const next = drill(groupBy, key);
  const name = <KeyName groupBy={groupBy} name={key} />;
  const bucket = groupBy === 'bucket' && bucketWords[key as CostBucket];
  return (
    <tr>
      <th scope="row" title={titleOfKey(groupBy, key)}>
        {next ? <Link href={hrefWith(next)}>{name}</Link> : name}
        {isEntityKey(groupBy, key) ? (
          <>
            {' '}
            <Link
              href={entityHref(parseEntityRef(key))}
              className={styles.page}
              aria-label={`Page of ${titleOfKey(groupBy, key)}`}
            >
              page
            </Link>
          </>
        ) : undefined}
        {bucket ? <div className={styles.next}>{bucket.next}</div> : undefined}
      </th>
      <td className={parts.number}>{formatMoney(total, currency)}</td>
      <td className={styles.share}>
        <span>{formatRatio(share)}</span>
        <Bar share={share} />
      </td>
      <td className={parts.number}>
        {comparableOf(answer) ? formatMoney(previous ?? '0', currency) : ''}
      </td>
      <td>{change ? <ChangeWords change={change} /> : undefined}</td>
      {carbonOf ? <CarbonCell estimate={carbonOf.get(key)} /> : undefined}
    </tr>
  );
}

function Body(
  props: Pick<SelectionOfPage, 'selection' | 'hrefWith'> & {
    answer: CostsAnswer;
    carbon: CarbonAnswer | undefined;
    groupBy: Grouping;
    nameOf: (key: string) => string;
  },
) {
  const { answer, carbon, groupBy, selection, hrefWith, nameOf } = props;
  const carbonOf = useCarbonOf(carbon, groupBy);
  const [shown, setShown] = useState(pageSize);
  const before = comparableOf(answer);
  const rows = useMemo(
    () => sorted(answer.groups, selection.order, nameOf),
    [answer, selection.order, nameOf],
  );
  if (rows.length === 0) {
    return (
      <p className={parts.text}>
        Nothing was charged here in this period. A longer one may show some.
      </p>
    );
  }
  return (
    <>
      <ScrollBox label={`Cost by ${groupingNames[groupBy]}`}>
        <table
          className={`${parts.table} ${styles.table}`}
          aria-label={`Cost by ${groupingNames[groupBy].toLocaleLowerCase()}`}
        >
          <thead>
            <tr>
              <th scope="col">{groupingNames[groupBy]}</th>
              <th scope="col" className={parts.number}>
                Cost
              </th>
              <th scope="col">Share</th>
              <th scope="col" className={parts.number}>
                {before ? formatPeriod(before) : 'Before'}
              </th>
              <th scope="col">Change</th>
              {carbonOf ? (
                <th scope="col" className={parts.number}>
                  Carbon, CO₂e
                </th>
              ) : undefined}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, shown).map(group => (
              <Row
                key={group.key}
                group={group}
                answer={answer}
                carbonOf={carbonOf}
                groupBy={groupBy}
                hrefWith={hrefWith}
              />
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">All together</th>
              <td className={parts.number}>
                {formatMoney(answer.total, answer.currency)}
              </td>
              <td />
              <td className={parts.number}>
                {before ? formatMoney(before.total, answer.currency) : ''}
              </td>
              <td />
              {carbonOf ? <CarbonCell estimate={carbon} /> : undefined}
            </tr>
          </tfoot>
        </table>
      </ScrollBox>
      {rows.length > shown ? (
        <div className={parts.cardHead}>
          <span className={parts.small} role="status">
            {formatNumber(shown)} of {formatNumber(rows.length)} shown
          </span>
          <Button
            variant="secondary"
            onPress={() => setShown(count => count + 4 * pageSize)}
          >
            Show more
          </Button>
        </div>
      ) : undefined}
    </>
  );
}

/** What costs how much, and how it changed. Each row leads one step down. */
export function CostTable(
  props: SelectionOfPage & {
    result: Loaded<CostsAnswer>;
    carbon: CarbonAnswer | undefined;
    groupBy: Grouping;
    nameOf: (key: string) => string;
    fileName: string;
  },
) {
  const { selection, change, hrefWith, result, groupBy, nameOf } = props;
  const { carbon } = props;
  const answer = result.state === 'ready' ? result.value : undefined;
  const carbonOf = useCarbonOf(carbon, groupBy);
  return (
    <Card className={parts.card} aria-busy={result.state === 'loading'}>
      <div className={parts.cardHead}>
        <Text as="h3" variant="title-x-small" className={parts.title}>
          What it is spent on
        </Text>
        <div className={styles.actions}>
          <div className={styles.by}>
            <Select
              label="Group by"
              options={(selection.serviceName
                ? groupingsOfService
                : groupings
              ).map(each => ({
                id: each,
                label: groupingNames[each],
              }))}
              value={groupBy}
              onChange={key => {
                const chosen = groupings.find(each => each === key);
                if (chosen) {
                  change({
                    ...noLines,
                    serviceName: selection.serviceName,
                    groupBy: chosen,
                  });
                }
              }}
            />
          </div>
          <ToggleButtonGroup
            aria-label="Order"
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[selection.order]}
            onSelectionChange={keys => {
              const order = orders.find(each => keys.has(each));
              if (order) {
                change({ order });
              }
            }}
          >
            {orders.map(order => (
              <ToggleButton key={order} id={order} size="small">
                {orderNames[order]}
              </ToggleButton>
            ))}
          </ToggleButtonGroup>
          <ExportMenu
            fileName={`${props.fileName}-by-${groupBy}`}
            columns={answer ? columnsOf(groupBy, answer, carbonOf) : []}
            rows={answer ? sorted(answer.groups, selection.order, nameOf) : []}
          />
        </div>
      </div>
      {result.state === 'loading' ? (
        <Skeleton width="100%" height={360} />
      ) : undefined}
      {answer ? (
        <Body
          key={`${groupBy} ${selection.scope}`}
          answer={answer}
          carbon={carbon}
          groupBy={groupBy}
          selection={selection}
          hrefWith={hrefWith}
          nameOf={nameOf}
        />
      ) : undefined}
    </Card>
  );
}
