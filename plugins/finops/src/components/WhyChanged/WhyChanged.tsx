import { useCallback } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import type {
  CostChangesAnswer,
  CostEffects,
} from '@portal/plugin-finops-common';
import {
  ExportMenu,
  formatMoney,
  ScrollBox,
  useLoad,
  type DataColumn,
  partStyles as parts,
} from '@portal/plugin-metrics-react';
import { finopsApiRef } from '../../api';
import type { Question } from '../../hooks';
import type { CostSelection } from '../../selection';
import { describeChange } from '../../words';
import { ChangeWords, CostSection, Unconverted } from '../parts';
import styles from './WhyChanged.module.css';

const mostServices = 8;

type Effect = keyof CostChangesAnswer['effects'];

const effectWords: Record<Effect, { name: string; meaning: string }> = {
  price: { name: 'Price', meaning: 'The same at another price a unit' },
  quantity: { name: 'Quantity', meaning: 'More or less of the same' },
  mix: { name: 'Mix', meaning: 'Use moved between dear and cheap' },
  started: { name: 'New', meaning: 'What was not used before' },
  stopped: { name: 'Ended', meaning: 'What is not used any more' },
  other: {
    name: 'Without a quantity',
    meaning: 'Fees, taxes, credits and corrections',
  },
};
const effects = Object.keys(effectWords) as Effect[];

const columns: DataColumn<CostEffects>[] = [
  { id: 'service', title: 'Service', text: ({ family }) => family },
  { id: 'previous', title: 'Before', text: ({ before }) => before },
  { id: 'total', title: 'Now', text: ({ after }) => after },
  ...effects.map(
    (effect): DataColumn<CostEffects> => ({
      id: effect,
      title: effectWords[effect].name,
      text: item => item[effect],
    }),
  ),
];

/** An amount with its sign, and nothing where it reads as nothing. */
function signed(amount: string, currency: string): string {
  const value = Number(amount);
  const text = formatMoney(Math.abs(value), currency);
  if (text === formatMoney(0, currency)) {
    return '0';
  }
  return `${value > 0 ? '+' : '−'}${text}`;
}

function Effects(props: { answer: CostChangesAnswer }) {
  const { answer } = props;
  const largest = Math.max(
    ...effects.map(effect => Math.abs(Number(answer.effects[effect]))),
    1e-9,
  );
  return (
    <ul className={styles.effects} aria-label="What made the difference">
      {effects.map(effect => {
        const amount = Number(answer.effects[effect]);
        const size = `${(Math.abs(amount) / largest) * 50}%`;
        return (
          <li key={effect} className={styles.effect}>
            <div>
              <div className={parts.name}>{effectWords[effect].name}</div>
              <div className={parts.small}>{effectWords[effect].meaning}</div>
            </div>
            <div className={styles.track} aria-hidden="true">
              <span
                className={styles.bar}
                data-sign={amount < 0 ? 'less' : 'more'}
                style={
                  amount < 0
                    ? { right: '50%', width: size }
                    : { left: '50%', width: size }
                }
              />
            </div>
            <div className={parts.number}>
              {signed(answer.effects[effect], answer.currency)}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

function Services(props: { answer: CostChangesAnswer }) {
  const { answer } = props;
  return (
    <ScrollBox label="Difference by service">
      <table
        className={`${parts.table} ${styles.table}`}
        aria-label="Difference by service"
      >
        <thead>
          <tr>
            <th scope="col">Service</th>
            <th scope="col">Change</th>
            {effects.map(effect => (
              <th key={effect} scope="col" className={parts.number}>
                {effectWords[effect].name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {answer.families.slice(0, mostServices).map(item => {
            const change = describeChange(
              item.after,
              item.before,
              answer.currency,
            );
            return (
              <tr key={item.family}>
                <th scope="row" title={item.family}>
                  <bdi>{item.family || 'Not named'}</bdi>
                </th>
                <td>{change ? <ChangeWords change={change} /> : undefined}</td>
                {effects.map(effect => (
                  <td key={effect} className={parts.number}>
                    {signed(item[effect], answer.currency)}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollBox>
  );
}

/** Why a cost differs from that of the time before: price, quantity, and what is used instead. */
export function WhyChanged(props: {
  question: Question;
  compare: CostSelection['compare'];
  fileName: string;
}) {
  const { question, compare, fileName } = props;
  const api = useApi(finopsApiRef);
  const load = useCallback(
    (signal: AbortSignal) =>
      api.getChanges({ ...question, compare }, { signal }),
    [api, question, compare],
  );
  const { result, reload } = useLoad(load);
  return (
    <CostSection
      title="Why it changed"
      meaning="Price, quantity and mix of what was used, compared service by service. The parts add to the whole difference."
      result={result}
      onRetry={reload}
      height={280}
      subject="reasons of the change"
      actions={
        <ExportMenu
          fileName={`${fileName}-changes`}
          columns={columns}
          rows={result.state === 'ready' ? result.value.families : []}
        />
      }
    >
      {answer =>
        answer.families.length === 0 ? (
          <p className={parts.text}>
            There is no cost in the two periods to compare.
          </p>
        ) : (
          <>
            <Unconverted
              amounts={answer.unconverted?.after}
              before={answer.unconverted?.before}
              currency={answer.currency}
              className={parts.text}
            />
            <Effects answer={answer} />
            <Services answer={answer} />
          </>
        )
      }
    </CostSection>
  );
}
