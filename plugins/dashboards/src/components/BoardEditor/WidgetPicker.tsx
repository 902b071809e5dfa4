import { useApi } from '@backstage/frontend-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import {
  type Widget,
  widgetRegistryApiRef,
} from '@portal/plugin-widgets-react';
import styles from './BoardEditor.module.css';

/** All widgets that the plugins of the portal bring. */
export function WidgetPicker(props: {
  onPick: (widget: Widget) => void;
  onClose: () => void;
}) {
  const { onPick, onClose } = props;
  const widgets = useApi(widgetRegistryApiRef).list();
  return (
    <Dialog
      isOpen
      onOpenChange={isOpen => !isOpen && onClose()}
      width="min(44rem, 100%)"
    >
      <DialogHeader>Add a widget</DialogHeader>
      <DialogBody>
        <ul className={styles.widgets}>
          {widgets.map(widget => (
            <li key={widget.definition.name}>
              <button
                type="button"
                className={styles.widget}
                onClick={() => onPick(widget)}
              >
                <strong>{widget.definition.title}</strong>
                <span className={styles.note}>
                  {widget.definition.description}
                </span>
              </button>
            </li>
          ))}
        </ul>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          Cancel
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
