import {
  comparablePillar,
  comparedShares,
  judgedOf,
  withPillars,
  type NodeHealth,
  type PillarHealth,
  type Portfolio,
} from '@portal/plugin-executive-common';
import {
  FigureTile,
  formatNumber,
  formatRatio,
  partStyles as styles,
} from '@portal/plugin-metrics-react';
import { countsText, healthText, moveOf, pillarText } from '../../words';
import { useNodeQuery } from '../frame';
import view from './Portfolio.module.css';

function Move(props: { share?: number; previous?: number }) {
  const move = moveOf(props.share, props.previous);
  const nothing =
    props.previous === undefined ? 'Nothing to compare with' : 'No change';
  return (
    <span className={styles.small}>
      {move ? `${move.arrow} ${move.words}` : nothing}
    </span>
  );
}

/** How a pillar changed or, where other services were measured then, what it was of how many. */
function PillarMove(props: { now: PillarHealth; then?: PillarHealth }) {
  const { now, then } = props;
  const compared = comparablePillar(now, then);
  return compared || then?.share === undefined ? (
    <Move share={compared?.now} previous={compared?.then} />
  ) : (
    <span className={styles.small}>
      {formatRatio(then.share)} of {formatNumber(judgedOf(then))} that were
      measured then
    </span>
  );
}

/** The sentence that everything else explains. */
function sentenceOf(title: string, health: NodeHealth): string {
  if (health.services === 0) {
    return `${title} has no services.`;
  }
  const services = `${formatNumber(health.services)} ${
    health.services === 1 ? 'service' : 'services'
  }`;
  return health.share === undefined
    ? `${title} has ${services}, and nothing of them is measured yet.`
    : `${title}: ${formatRatio(
        health.share,
      )} of what is expected of ${services} is met.`;
}

/** How the node itself is doing: all of it, and pillar by pillar. */
export function HealthTiles(props: {
  portfolio: Portfolio;
  /** Where the services of a pillar are. Default: below, on the same page. */
  hrefOf?: (pillarId: string) => string;
}) {
  const { searchWith } = useNodeQuery();
  const {
    portfolio,
    hrefOf = (pillar: string) => searchWith({ pillar }) || '?',
  } = props;
  const { context, formula, rows } = portfolio;
  const row = rows.find(({ depth }) => depth === 0);
  if (!row) {
    return null;
  }
  const health = withPillars(row.health, formula.pillars);
  const { previous } = row;
  const compared = comparedShares(formula.pillars, health, previous);
  return (
    <section aria-label="Health">
      <p className={view.sentence}>
        <bdi>{sentenceOf(context.node.title, health)}</bdi>
      </p>
      <div className={view.tiles}>
        <FigureTile
          title="Overall"
          meaning="How much of what is expected of the services, and measured, is met, each pillar by its weight."
          value={healthText(health)}
        >
          <Move share={compared?.now} previous={compared?.then} />
          {compared?.isPart ? (
            <span className={styles.small}>
              of what was measured alike on both days
            </span>
          ) : undefined}
          <span className={styles.small}>
            {formatRatio(health.known)} of what is expected is known
          </span>
        </FigureTile>
        {health.pillars.map(pillar => {
          const { title = pillar.pillarId } =
            formula.pillars.find(({ id }) => id === pillar.pillarId) ?? {};
          const before = previous?.pillars.find(
            each => each.pillarId === pillar.pillarId,
          );
          return (
            <FigureTile
              key={pillar.pillarId}
              title={title}
              meaning={`Share of the services with figures that meet what is expected of ${title.toLocaleLowerCase()}.`}
              value={pillarText(pillar)}
              href={hrefOf(pillar.pillarId)}
            >
              <PillarMove now={pillar} then={before} />
              <span className={styles.small}>{countsText(pillar.counts)}</span>
            </FigureTile>
          );
        })}
      </div>
    </section>
  );
}
