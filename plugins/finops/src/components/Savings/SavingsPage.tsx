import { useCallback, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  Button,
  Container,
  ToggleButton,
  ToggleButtonGroup,
} from '@backstage/ui';
import {
  finopsFindingTriagePermission,
  recommendationStates,
  type Recommendation,
  type RecommendationsAnswer,
  type RecommendationState,
  type RecommendationStateInput,
  type SavingEffort,
} from '@portal/plugin-finops-common';
import {
  EntityLink,
  ExportMenu,
  formatMoney,
  TimeAgo,
  useLoad,
  type DataColumn,
  ListEnd,
  ReadOnlyNote,
  ReasonDialog,
  partStyles as styles,
  FigureTile,
  tileStyles as tiles,
} from '@portal/plugin-metrics-react';
import { useSearchParams } from 'react-router-dom';
import { finopsApiRef } from '../../api';
import { CostSection } from '../parts';

const stateNames: Record<RecommendationState, string> = {
  open: 'Open',
  accepted: 'Accepted',
  dismissed: 'Dismissed',
  resolved: 'Gone',
};
const effortNames: Record<SavingEffort, string> = {
  low: 'Little effort',
  medium: 'Some effort',
  high: 'Much effort',
};

const columns: readonly DataColumn<Recommendation>[] = [
  { id: 'rule', title: 'Rule', text: item => item.ruleId },
  { id: 'summary', title: 'Summary', text: item => item.summary },
  { id: 'entity', title: 'Entity', text: item => item.entityRef },
  { id: 'owner', title: 'Owner', text: item => item.owner ?? '' },
  { id: 'resource', title: 'Resource', text: item => item.resourceId },
  { id: 'currency', title: 'Currency', text: item => item.currency },
  {
    id: 'monthlySaving',
    title: 'Saving a month',
    text: item => item.monthlySaving,
  },
  { id: 'effort', title: 'Effort', text: item => item.effort },
  { id: 'state', title: 'State', text: item => item.state },
  { id: 'reason', title: 'Reason', text: item => item.reason ?? '' },
  {
    id: 'realisedMonthly',
    title: 'Saved a month',
    text: item => item.realised?.monthly ?? '',
    value: item => item.realised?.monthly,
  },
];

function RecommendationItem(props: {
  item: Recommendation;
  description?: string;
  canChange: boolean;
  onChange: (to: 'accepted' | 'dismissed' | 'open') => void;
}) {
  const { item, description, canChange, onChange } = props;
  const { currency, realised, reason, state } = item;
  const money = (amount: string) => formatMoney(amount, currency);
  return (
    <li className={styles.item}>
      <div className={styles.itemHead}>
        <h4 className={styles.name}>
          <bdi>{item.summary}</bdi>
        </h4>
        <span className={styles.name}>
          {money(item.monthlySaving)} a month
          {item.kind === 'hygiene' ? ' at stake' : ''}
        </span>
      </div>
      <span className={styles.small}>
        {item.entityRef ? (
          <EntityLink entityRef={item.entityRef} />
        ) : (
          'Belongs to nobody yet'
        )}
        {item.environment ? `, ${item.environment}` : ''}
        {item.serviceName ? `, ${item.serviceName}` : ''}
        {`, ${effortNames[item.effort].toLocaleLowerCase()}, first seen `}
        <TimeAgo at={item.firstSeen} inline />
        {reason ? (
          <>
            . Reason: <bdi>{reason}</bdi>
          </>
        ) : undefined}
      </span>
      {realised ? (
        <span className={styles.small}>
          <strong className={styles.strong}>
            {Number(realised.monthly) >= 0
              ? `Saves ${money(realised.monthly)} a month since then`
              : `Costs ${money(
                  String(Math.abs(Number(realised.monthly))),
                )} a month more since then`}
          </strong>
          , measured over {realised.days} days on each side
        </span>
      ) : undefined}
      <details className={styles.details}>
        <summary>{item.ruleTitle}</summary>
        <dl className={styles.facts}>
          <dt>Rule</dt>
          <dd>{description ?? item.ruleTitle}</dd>
          <dt>Resource</dt>
          <dd>
            <bdi>{item.resourceName || item.resourceId || 'Not named'}</bdi>
          </dd>
          <dt>Provider</dt>
          <dd>{item.providerName}</dd>
        </dl>
      </details>
      {canChange && state !== 'resolved' ? (
        <div className={styles.actions}>
          {state === 'open' ? (
            <>
              <Button
                size="small"
                variant="secondary"
                aria-label={`Accept: ${item.summary}`}
                onPress={() => onChange('accepted')}
              >
                Accept
              </Button>
              <Button
                size="small"
                variant="tertiary"
                aria-label={`Dismiss: ${item.summary}`}
                onPress={() => onChange('dismissed')}
              >
                Dismiss
              </Button>
            </>
          ) : (
            <Button
              size="small"
              variant="tertiary"
              aria-label={`Open again: ${item.summary}`}
              onPress={() => onChange('open')}
            >
              Open again
            </Button>
          )}
        </div>
      ) : undefined}
    </li>
  );
}

function DecisionDialog(props: {
  item: Recommendation;
  to: 'accepted' | 'dismissed' | 'open';
  onClose: () => void;
  onChanged: () => void;
}) {
  const { item, to, onClose, onChanged } = props;
  const api = useApi(finopsApiRef);
  const words = {
    accepted: {
      title: 'Accept this saving?',
      text: 'Says that somebody will do it. From today on the portal measures what it really saves.',
      confirm: 'Accept',
    },
    dismissed: {
      title: 'Dismiss this saving?',
      text: 'It is not shown as open any more, for as long as it is found.',
      confirm: 'Dismiss',
    },
    open: {
      title: 'Open this again?',
      text: 'It waits for a decision again.',
      confirm: 'Open again',
    },
  }[to];
  return (
    <ReasonDialog
      {...words}
      optional={to !== 'dismissed'}
      onClose={onClose}
      onConfirm={async reason => {
        const inputs: Record<typeof to, RecommendationStateInput> = {
          open: { state: 'open' },
          accepted: { state: 'accepted', reason: reason || undefined },
          dismissed: { state: 'dismissed', reason },
        };
        await api.setRecommendationState({ id: item.id, input: inputs[to] });
        onChanged();
      }}
    />
  );
}

function Totals(props: { totals: RecommendationsAnswer['totals'] }) {
  const { totals } = props;
  const list = (amountOf: (total: (typeof totals)[number]) => string) =>
    totals
      .map(total => formatMoney(amountOf(total), total.currency))
      .join(', ') || 'None';
  return (
    <div className={tiles.tiles}>
      <FigureTile
        title="Could be saved a month"
        meaning="The sum of what open recommendations would save in a month of average length."
        value={list(({ open }) => open)}
      />
      <FigureTile
        title="Saved a month"
        meaning="What accepted recommendations really save: the cost of their resources before, against afterwards."
        value={list(({ realised }) => realised)}
      />
    </div>
  );
}

const pageSize = 20;

/** The greatest saving first; what is only there to be mended comes after what saves. */
function bySaving(items: readonly Recommendation[]): Recommendation[] {
  return [...items].sort(
    (one, other) =>
      Number(one.kind === 'hygiene') - Number(other.kind === 'hygiene') ||
      Number(other.monthlySaving) - Number(one.monthlySaving),
  );
}

function Recommendations(props: {
  answer: RecommendationsAnswer;
  canChange: boolean;
  onChange: (
    item: Recommendation,
    to: 'accepted' | 'dismissed' | 'open',
  ) => void;
}) {
  const { answer, canChange, onChange } = props;
  const [shown, setShown] = useState(pageSize);
  const items = bySaving(answer.items);
  return (
    <>
      <ul className={styles.items} aria-label="Savings">
        {items.slice(0, shown).map(item => (
          <RecommendationItem
            key={item.id}
            item={item}
            description={
              answer.rules.find(({ id }) => id === item.ruleId)?.description
            }
            canChange={canChange}
            onChange={to => onChange(item, to)}
          />
        ))}
      </ul>
      <ListEnd
        shown={shown}
        all={items.length}
        onMore={() => setShown(count => count + pageSize)}
      />
    </>
  );
}

/** What could cost less, found by open rules. */
export function SavingsPage() {
  const api = useApi(finopsApiRef);
  const [params, setParams] = useSearchParams();
  const state =
    recommendationStates.find(each => each === params.get('state')) ??
    recommendationStates[0];
  const access = usePermission({
    permission: finopsFindingTriagePermission,
  });
  const load = useCallback(
    (signal: AbortSignal) => api.getRecommendations({ state }, { signal }),
    [api, state],
  );
  const { result, reload } = useLoad(load);
  const answer = result.state === 'ready' ? result.value : undefined;
  const [deciding, setDeciding] = useState<{
    item: Recommendation;
    to: 'accepted' | 'dismissed' | 'open';
  }>();
  return (
    <Container>
      <section className={styles.page} aria-label="Savings">
        {answer && answer.totals.length > 0 ? (
          <Totals totals={answer.totals} />
        ) : undefined}
        <CostSection
          title="Savings"
          meaning="What open rules find in the cost: idle, oversized, of an old generation, attached to nothing, without a tag. The greatest saving first."
          result={result}
          onRetry={reload}
          height={360}
          subject="savings"
          actions={
            <>
              <ToggleButtonGroup
                aria-label="State"
                selectionMode="single"
                disallowEmptySelection
                selectedKeys={[state]}
                onSelectionChange={keys => {
                  const chosen = recommendationStates.find(each =>
                    keys.has(each),
                  );
                  if (chosen) {
                    setParams({ state: chosen });
                  }
                }}
              >
                {recommendationStates.map(each => (
                  <ToggleButton key={each} id={each} size="small">
                    {stateNames[each]}
                  </ToggleButton>
                ))}
              </ToggleButtonGroup>
              <ExportMenu
                fileName={`savings-${state}`}
                columns={columns}
                rows={bySaving(answer?.items ?? [])}
              />
            </>
          }
        >
          {ready =>
            ready.items.length === 0 ? (
              <p className={styles.text}>
                {state === 'open'
                  ? 'Nothing to save is open. The rules look again after each import.'
                  : 'There is none in this state.'}
              </p>
            ) : (
              <Recommendations
                key={state}
                answer={ready}
                canChange={access.allowed}
                onChange={(item, to) => setDeciding({ item, to })}
              />
            )
          }
        </CostSection>
        <ReadOnlyNote
          doing="Accepting and dismissing"
          permission={finopsFindingTriagePermission}
          access={access}
        />
        {deciding ? (
          <DecisionDialog
            {...deciding}
            onClose={() => setDeciding(undefined)}
            onChanged={reload}
          />
        ) : undefined}
      </section>
    </Container>
  );
}
