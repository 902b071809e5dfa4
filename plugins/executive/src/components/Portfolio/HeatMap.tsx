import { useMemo, useState, type CSSProperties } from 'react';
import {
  Button,
  ButtonIcon,
  Card,
  Link,
  Text,
  VisuallyHidden,
} from '@backstage/ui';
import { RiArrowDownSLine, RiArrowRightSLine } from '@remixicon/react';
import {
  comparablePillar,
  comparedShares,
  type NodeHealth,
  type Portfolio,
  type PortfolioRow,
} from '@portal/plugin-executive-common';
import {
  ExportMenu,
  formatNumber,
  partStyles as styles,
  ScrollBox,
  type DataColumn,
} from '@portal/plugin-metrics-react';
import {
  countsText,
  healthText,
  moveOf,
  pillarText,
  stepOf,
} from '../../words';
import { useNodeQuery } from '../frame';
import view from './Portfolio.module.css';

function Cell(props: {
  text: string;
  share?: number;
  move: ReturnType<typeof moveOf>;
  /** What is behind it. */
  counts: string;
  href?: string;
  label: string;
}) {
  const { text, share, move, counts, href, label } = props;
  const behind = ` (${counts}${move ? `, ${move.words}` : ''})`;
  // Words for the ear stand around those for the eye, so that what is seen is part of what is said.
  const content = (
    <>
      <span>
        <VisuallyHidden>{`${label}: `}</VisuallyHidden>
        {text}
        <VisuallyHidden>{behind}</VisuallyHidden>
      </span>
      {move ? (
        <span className={view.move} aria-hidden="true">
          {move.arrow} {move.points}
        </span>
      ) : undefined}
    </>
  );
  const title = `${label}: ${text}${behind}`;
  return (
    <td className={view.cell} data-step={stepOf(share) ?? 'none'}>
      {href ? (
        <Link href={href} standalone className={view.target} title={title}>
          {content}
        </Link>
      ) : (
        <span className={view.target} title={title}>
          {content}
        </span>
      )}
    </td>
  );
}

/** Groups of roles, and teams that have just begun. */
function hasNoServices({ depth, health }: PortfolioRow): boolean {
  return depth > 0 && health.services === 0;
}

function pillarsOf(health: NodeHealth | undefined, id: string) {
  return health?.pillars.find(({ pillarId }) => pillarId === id);
}

function columnsOf({ formula }: Portfolio): DataColumn<PortfolioRow>[] {
  return [
    { id: 'node', title: 'Part', text: ({ node }) => node.title },
    { id: 'ref', title: 'Reference', text: ({ node }) => node.ref },
    {
      id: 'depth',
      title: 'Level',
      text: ({ depth }) => String(depth),
      value: ({ depth }) => depth,
    },
    {
      id: 'services',
      title: 'Services',
      text: ({ health }) => formatNumber(health.services),
      value: ({ health }) => health.services,
    },
    {
      id: 'overall',
      title: 'Overall',
      text: ({ health }) => healthText(health),
      value: ({ health }) => health.share,
    },
    ...formula.pillars.map(
      ({ id, title }): DataColumn<PortfolioRow> => ({
        id,
        title,
        text: ({ health }) => {
          const pillar = pillarsOf(health, id);
          return pillar ? pillarText(pillar) : '';
        },
        value: ({ health }) => pillarsOf(health, id)?.share,
      }),
    ),
  ];
}

/** Parts of the organisation by pillars: each cell says its value, and its ground how much that is. */
export function HeatMap({ portfolio }: { portfolio: Portfolio }) {
  const { searchWith } = useNodeQuery();
  const { formula } = portfolio;
  const [isAll, setAll] = useState(false);
  const empty = portfolio.rows.filter(hasNoServices);
  const rows = isAll
    ? portfolio.rows
    : portfolio.rows.filter(row => !hasNoServices(row));
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const columns = useMemo(() => columnsOf(portfolio), [portfolio]);
  const shown = rows.filter((row, index) => {
    // Hidden below a closed one: the nearest row before it that is less deep, and so on up.
    let { depth } = row;
    for (let above = index - 1; above >= 0 && depth > 0; above--) {
      if (rows[above].depth < depth) {
        depth = rows[above].depth;
        if (closed.has(rows[above].node.ref)) {
          return false;
        }
      }
    }
    return true;
  });
  const toggle = (ref: string) =>
    setClosed(current => {
      const next = new Set(current);
      if (!next.delete(ref)) {
        next.add(ref);
      }
      return next;
    });
  return (
    <Card className={styles.card}>
      <div className={styles.cardHead}>
        <Text as="h3" variant="title-x-small" className={styles.title}>
          Part by part
        </Text>
        <div className={styles.actions}>
          {closed.size > 0 ? (
            <Button
              size="small"
              variant="tertiary"
              onPress={() => setClosed(new Set())}
            >
              Open all
            </Button>
          ) : undefined}
          <ExportMenu fileName="portfolio" columns={columns} rows={rows} />
        </div>
      </div>
      <p className={styles.text}>
        The share of services with figures that meet what is expected of them.
        The stronger the colour, the more. A cell leads to its services, a name
        to its own page.
      </p>
      <ScrollBox label="Health part by part">
        <table className={view.map}>
          <thead>
            <tr>
              <th scope="col">Part</th>
              <th scope="col" className={styles.number}>
                Services
              </th>
              <th scope="col">Overall</th>
              {formula.pillars.map(({ id, title }) => (
                <th key={id} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map(({ node, depth, hasChildren, health, previous }) => {
              const hasShownChildren =
                hasChildren &&
                rows.some(
                  row => row.node.parentRef === node.ref && row.depth > depth,
                );
              const isClosed = closed.has(node.ref);
              const compared = comparedShares(
                formula.pillars,
                health,
                previous,
              );
              return (
                <tr key={node.ref}>
                  <th scope="row">
                    <span
                      className={view.name}
                      style={{ '--depth': depth } as CSSProperties}
                    >
                      {hasShownChildren && depth > 0 ? (
                        <ButtonIcon
                          size="small"
                          variant="tertiary"
                          icon={
                            isClosed ? (
                              <RiArrowRightSLine />
                            ) : (
                              <RiArrowDownSLine />
                            )
                          }
                          aria-expanded={!isClosed}
                          aria-label={`${node.title}: what is below it`}
                          onPress={() => toggle(node.ref)}
                        />
                      ) : undefined}
                      {!hasShownChildren && depth > 0 ? (
                        <span className={view.leaf} />
                      ) : undefined}
                      {depth === 0 ? (
                        <strong className={styles.strong}>
                          <bdi>{node.title}</bdi>
                        </strong>
                      ) : (
                        <Link href={searchWith({ node: node.ref })}>
                          <bdi>{node.title}</bdi>
                        </Link>
                      )}
                      {node.deleted ? (
                        <span className={styles.small}> (gone)</span>
                      ) : undefined}
                    </span>
                  </th>
                  <td className={styles.number}>
                    {formatNumber(health.services)}
                  </td>
                  <Cell
                    label={`${node.title}, overall`}
                    text={healthText(health)}
                    share={health.share}
                    move={moveOf(compared?.now, compared?.then)}
                    counts={`${formatNumber(health.services)} services`}
                  />
                  {formula.pillars.map(({ id, title }) => {
                    const pillar = pillarsOf(health, id);
                    const shares = comparablePillar(
                      pillar,
                      pillarsOf(previous, id),
                    );
                    return pillar ? (
                      <Cell
                        key={id}
                        label={`${node.title}, ${title}`}
                        text={pillarText(pillar)}
                        share={pillar.share}
                        move={moveOf(shares?.now, shares?.then)}
                        counts={countsText(pillar.counts)}
                        href={searchWith({ node: node.ref, pillar: id })}
                      />
                    ) : (
                      <td key={id} className={view.cell} data-step="none">
                        –
                      </td>
                    );
                  })}
                </tr>
              );
            })}
          </tbody>
        </table>
      </ScrollBox>
      {empty.length > 0 ? (
        <Button
          size="small"
          variant="tertiary"
          onPress={() => setAll(current => !current)}
        >
          {isAll
            ? 'Leave out parts without services'
            : `Show ${formatNumber(empty.length)} ${
                empty.length === 1 ? 'part' : 'parts'
              } without services`}
        </Button>
      ) : undefined}
    </Card>
  );
}
