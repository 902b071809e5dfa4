import { Button } from '@backstage/ui';
import { RiAddLine, RiArrowGoBackLine, RiSaveLine } from '@remixicon/react';
import styles from './BoardEditor.module.css';

/** What is being changed, and what can be done with the changes. */
export function EditorHeader(props: {
  title: string;
  canUndo: boolean;
  isPending: boolean;
  onAdd: () => void;
  onCancel: () => void;
  onSave: () => void;
  onUndo: () => void;
}) {
  const { title, canUndo, isPending, ...on } = props;
  return (
    <header className={styles.header}>
      <h1 className={styles.title}>
        Edit <bdi>{title}</bdi>
      </h1>
      <div className={styles.actions}>
        <Button
          variant="secondary"
          iconStart={<RiAddLine aria-hidden />}
          onPress={on.onAdd}
        >
          Add widget
        </Button>
        <Button
          variant="secondary"
          iconStart={<RiArrowGoBackLine aria-hidden />}
          isDisabled={!canUndo}
          onPress={on.onUndo}
        >
          Undo
        </Button>
        <Button variant="secondary" onPress={on.onCancel}>
          Cancel
        </Button>
        <Button
          iconStart={<RiSaveLine aria-hidden />}
          isPending={isPending}
          onPress={on.onSave}
        >
          Save
        </Button>
      </div>
    </header>
  );
}
