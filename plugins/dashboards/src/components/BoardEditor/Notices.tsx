import { Alert, Button } from '@backstage/ui';
import styles from './BoardEditor.module.css';
import type { Saving } from './useSave';

/** What the owner of a draft has to know: that it came back, or why it is not saved and what can be done. */
export function Notices(props: {
  isKept: boolean;
  saving: Saving;
  /** Leaves without the changes. */
  onDrop: () => void;
  onStartAgain: () => void;
}) {
  const { isKept, saving, onDrop, onStartAgain } = props;
  const { failure, isPending } = saving;
  return (
    <>
      {isKept && !failure && (
        <Alert
          status="info"
          icon
          title="These are your changes from before; they are not saved yet"
          customActions={
            <Button size="small" variant="secondary" onPress={onStartAgain}>
              Start again from the saved board
            </Button>
          }
        />
      )}
      {failure?.kind === 'problems' && (
        <Alert
          role="alert"
          status="danger"
          icon
          title="The board is not saved"
          description={
            <ul className={styles.problems}>
              {failure.problems.map(problem => (
                <li key={problem}>{problem}</li>
              ))}
            </ul>
          }
        />
      )}
      {failure?.kind === 'other' && (
        <Alert
          role="alert"
          status="danger"
          icon
          title="The board is not saved; your changes are still here"
          description={failure.reason}
        />
      )}
      {(failure?.kind === 'conflict' || failure?.kind === 'gone') && (
        <Alert
          role="alert"
          status="warning"
          icon
          title={
            failure.kind === 'gone'
              ? 'This board was deleted meanwhile; your changes are still here'
              : 'This board was changed meanwhile; your changes are still here'
          }
          description={
            failure.kind === 'gone'
              ? 'Keep them as another board, or leave without them.'
              : 'Somebody, maybe you in another window, saved it after you began. Choose what is to stay.'
          }
          customActions={
            <div className={styles.choices}>
              {failure.kind === 'conflict' && (
                <Button
                  size="small"
                  isPending={isPending}
                  onPress={saving.saveOver}
                >
                  Keep mine
                </Button>
              )}
              <Button
                size="small"
                variant="secondary"
                isPending={isPending}
                onPress={saving.saveAsNew}
              >
                Save mine as another board
              </Button>
              <Button size="small" variant="secondary" onPress={onDrop}>
                Drop mine
              </Button>
            </div>
          }
        />
      )}
    </>
  );
}
