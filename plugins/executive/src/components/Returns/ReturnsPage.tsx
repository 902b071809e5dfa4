import { useState } from 'react';
import type { ReturnAnswer } from '@portal/plugin-executive-common';
import { PageFrame, usePage } from '../frame';
import { ReturnList } from './ReturnList';
import { ReturnPlane } from './ReturnPlane';

function Content(props: { answer: ReturnAnswer; onChanged: () => void }) {
  const { answer, onChanged } = props;
  const [named, setNamed] = useState<string>();
  return (
    <>
      <ReturnPlane answer={answer} onOpen={setNamed} />
      <ReturnList answer={answer} named={named} onChanged={onChanged} />
    </>
  );
}

const ask: Parameters<typeof usePage<ReturnAnswer>>[0] = (
  api,
  query,
  options,
) => api.getReturns(query, options);

/** What services are worth against what they cost, and what is decided on each. */
export function ReturnsPage() {
  const { result, reload } = usePage(ask);
  return (
    <PageFrame
      page="returns"
      subject="returns"
      result={result}
      onRetry={reload}
    >
      {answer => <Content answer={answer} onChanged={reload} />}
    </PageFrame>
  );
}
