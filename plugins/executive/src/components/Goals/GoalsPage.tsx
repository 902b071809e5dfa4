import { useState } from 'react';
import { usePermission } from '@backstage/plugin-permission-react';
import { Button, Card, Text } from '@backstage/ui';
import { RiAddLine } from '@remixicon/react';
import {
  executiveGoalManagePermission,
  goalStandingTitles,
  type Goal,
  type GoalsAnswer,
  type GoalStanding,
} from '@portal/plugin-executive-common';
import {
  partStyles as styles,
  ReadOnlyNote,
  Status,
} from '@portal/plugin-metrics-react';
import { PageFrame, usePage } from '../frame';
import { GoalCard } from './GoalCard';
import { GoalDialog } from './GoalDialog';
import { standingWords } from './goalWords';
import view from './Goals.module.css';

const standings = Object.keys(goalStandingTitles) as GoalStanding[];

function Summary({ rows }: { rows: GoalsAnswer['rows'] }) {
  return (
    <div className={view.counts}>
      {standings.map(standing => {
        const count = rows.filter(row => row.standing === standing).length;
        return count === 0 ? undefined : (
          <Status
            key={standing}
            judgement={standingWords({ standing }).judgement}
          >
            {count} {goalStandingTitles[standing].toLowerCase()}
          </Status>
        );
      })}
    </div>
  );
}

function Content(props: { answer: GoalsAnswer; onChanged: () => void }) {
  const { answer, onChanged } = props;
  const { hidden, rows } = answer;
  const access = usePermission({ permission: executiveGoalManagePermission });
  const [editing, setEditing] = useState<Goal | 'new'>();
  return (
    <>
      <Card className={styles.card}>
        <div className={styles.cardHead}>
          <Text as="h3" variant="title-x-small" className={styles.title}>
            Goals
          </Text>
          {access.allowed ? (
            <Button
              iconStart={<RiAddLine aria-hidden="true" />}
              onPress={() => setEditing('new')}
            >
              New goal
            </Button>
          ) : undefined}
        </div>
        {rows.length === 0 ? (
          <p className={styles.text}>
            Nothing is to be reached here yet. Say which figure should change,
            from where to where and until when: here, or in a file in Git.
          </p>
        ) : (
          <Summary rows={rows} />
        )}
        {hidden > 0 ? (
          <p className={styles.small}>
            {hidden === 1 ? 'One more goal is' : `${hidden} more goals are`} of
            parts that you may not read, and {hidden === 1 ? 'is' : 'are'} not
            shown.
          </p>
        ) : undefined}
        <ReadOnlyNote
          doing="Writing goals"
          permission={executiveGoalManagePermission}
          access={access}
        />
      </Card>
      <div className={view.grid}>
        {rows.map(row => (
          <GoalCard
            key={row.goal.id}
            row={row}
            canChange={access.allowed}
            onEdit={() => setEditing(row.goal)}
          />
        ))}
      </div>
      {editing ? (
        <GoalDialog
          answer={answer}
          goal={editing === 'new' ? undefined : editing}
          onClose={() => setEditing(undefined)}
          onChanged={onChanged}
        />
      ) : undefined}
    </>
  );
}

const ask: Parameters<typeof usePage<GoalsAnswer>>[0] = (api, query, options) =>
  api.getGoals(query, options);

/** What figures should reach until when, and how far they are. */
export function GoalsPage() {
  const { result, reload } = usePage(ask);
  return (
    <PageFrame page="goals" subject="goals" result={result} onRetry={reload}>
      {answer => <Content answer={answer} onChanged={reload} />}
    </PageFrame>
  );
}
