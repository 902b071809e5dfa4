import type { DebtAnswer } from '@portal/plugin-executive-common';
import { PageFrame, useNodeQuery, usePage } from '../frame';
import { DebtFlow } from './DebtFlow';
import { DebtRegister } from './DebtRegister';
import { DebtTiles } from './DebtTiles';
import { DebtTreemap } from './DebtTreemap';
import { EndOfLife } from './EndOfLife';

function Content(props: { answer: DebtAnswer; onChanged: () => void }) {
  const { answer, onChanged } = props;
  const { query } = useNodeQuery();
  return (
    <>
      <DebtTiles answer={answer} />
      <DebtTreemap answer={answer} />
      <DebtFlow answer={answer} />
      <EndOfLife query={query} />
      <DebtRegister answer={answer} onChanged={onChanged} />
    </>
  );
}

const ask: Parameters<typeof usePage<DebtAnswer>>[0] = (api, query, options) =>
  api.getDebt(query, options);

/** What is owed, what it costs, when support ends, and whether it is paid faster than it is made. */
export function DebtPage() {
  const { result, reload } = usePage(ask);
  return (
    <PageFrame page="debt" subject="debt" result={result} onRetry={reload}>
      {answer => <Content answer={answer} onChanged={reload} />}
    </PageFrame>
  );
}
