import { useState } from 'react';
import { usePermission } from '@backstage/plugin-permission-react';
import { Button, Card, Text } from '@backstage/ui';
import { RiAddLine } from '@remixicon/react';
import {
  executiveInitiativeManagePermission,
  type Initiative,
  type InvestmentAnswer,
} from '@portal/plugin-executive-common';
import {
  partStyles as styles,
  ReadOnlyNote,
} from '@portal/plugin-metrics-react';
import { PageFrame, usePage } from '../frame';
import { InitiativeBubbles } from './InitiativeBubbles';
import { InitiativeDialog } from './InitiativeDialog';
import { InitiativeItem } from './InitiativeItem';
import { NoteDialog } from './NoteDialog';
import { PeopleRates } from './PeopleRates';
import { SpendSplit } from './SpendSplit';
import { WhatIf } from './WhatIf';

type Doing =
  | { what: 'edit'; initiative?: Initiative }
  | { what: 'note'; initiative: Initiative };

function Content(props: { answer: InvestmentAnswer; onChanged: () => void }) {
  const { answer, onChanged } = props;
  const access = usePermission({
    permission: executiveInitiativeManagePermission,
  });
  const [doing, setDoing] = useState<Doing>();
  return (
    <>
      <SpendSplit answer={answer} />
      <InitiativeBubbles
        answer={answer}
        onOpen={id =>
          document
            .getElementById(`initiative-${id}`)
            ?.scrollIntoView?.({ block: 'center' })
        }
      />
      <Card className={styles.card}>
        <div className={styles.cardHead}>
          <Text as="h3" variant="title-x-small" className={styles.title}>
            Initiatives
          </Text>
          {access.allowed ? (
            <Button
              iconStart={<RiAddLine aria-hidden="true" />}
              onPress={() => setDoing({ what: 'edit' })}
            >
              New initiative
            </Button>
          ) : undefined}
        </div>
        {answer.hidden > 0 ? (
          <p className={styles.small}>
            {answer.hidden === 1
              ? 'One more initiative has'
              : `${answer.hidden} more initiatives have`}{' '}
            parts that you may not read, and{' '}
            {answer.hidden === 1 ? 'is' : 'are'} not shown.
          </p>
        ) : undefined}
        {answer.rows.length === 0 ? (
          <p className={styles.text}>
            There is no initiative here yet. Write one down with its budget and
            what it should bring, here or in a file in Git.
          </p>
        ) : (
          <ul className={styles.items} aria-label="Initiatives">
            {answer.rows.map(row => (
              <InitiativeItem
                key={row.initiative.id}
                row={row}
                canChange={access.allowed}
                onEdit={() =>
                  setDoing({ what: 'edit', initiative: row.initiative })
                }
                onNote={() =>
                  setDoing({ what: 'note', initiative: row.initiative })
                }
              />
            ))}
          </ul>
        )}
        <ReadOnlyNote
          doing="Writing initiatives"
          permission={executiveInitiativeManagePermission}
          access={access}
        />
      </Card>
      <WhatIf answer={answer} />
      <PeopleRates currency={answer.currency} onChanged={onChanged} />
      {doing?.what === 'edit' ? (
        <InitiativeDialog
          initiative={doing.initiative}
          currency={answer.currency}
          onClose={() => setDoing(undefined)}
          onChanged={onChanged}
        />
      ) : undefined}
      {doing?.what === 'note' ? (
        <NoteDialog
          initiative={doing.initiative}
          onClose={() => setDoing(undefined)}
          onChanged={onChanged}
        />
      ) : undefined}
    </>
  );
}

const ask: Parameters<typeof usePage<InvestmentAnswer>>[0] = (
  api,
  query,
  options,
) => api.getInvestment(query, options);

/** Where the money goes: initiatives with their budgets and what they bring, and what running costs. */
export function InvestmentPage() {
  const { result, reload } = usePage(ask);
  return (
    <PageFrame
      page="investment"
      subject="initiatives"
      result={result}
      onRetry={reload}
    >
      {answer => <Content answer={answer} onChanged={reload} />}
    </PageFrame>
  );
}
