import type { CarbonAnswer } from '@portal/plugin-finops-common';
import {
  explainFailure,
  FigureTile,
  formatRatio,
  type Loaded,
} from '@portal/plugin-metrics-react';
import { costSubject, formatCarbon } from '../../words';

const meaning =
  'What was used, times what the factors of your organisation say one unit of it causes, in kg of CO₂ equivalents. What has no factor is unknown, and not counted.';

function CarbonWords(props: { answer: CarbonAnswer }) {
  const { coverage, recalculating, sources, state } = props.answer;
  return (
    <>
      {state === 'ok' ? (
        <p>
          {coverage === undefined
            ? 'An estimate; how much of the use it is about is not known'
            : `An estimate for ${formatRatio(
                coverage,
              )} of the use, by cost; the rest has no factor`}
        </p>
      ) : (
        <p>No factor is about what was used here</p>
      )}
      {recalculating ? (
        <p>Some months are still by the factors before</p>
      ) : undefined}
      <p>By {sources.join('; ')}</p>
    </>
  );
}

/** How much carbon was estimated; nothing where nobody gave factors. */
export function CarbonTile(props: {
  result: Loaded<CarbonAnswer | undefined>;
}) {
  const { result } = props;
  if (result.state === 'loading') {
    return null;
  }
  if (result.state === 'failed') {
    return (
      <FigureTile
        title="Estimated carbon"
        meaning={meaning}
        value={explainFailure(result.error, costSubject).short}
      />
    );
  }
  const answer = result.value;
  return answer ? (
    <FigureTile
      title="Estimated carbon"
      meaning={meaning}
      value={
        answer.state === 'ok' ? `${formatCarbon(answer.kg)} CO₂e` : 'Not known'
      }
    >
      <CarbonWords answer={answer} />
    </FigureTile>
  ) : null;
}
