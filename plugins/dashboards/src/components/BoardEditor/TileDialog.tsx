import {
  Alert,
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  TextField,
} from '@backstage/ui';
import type { DashboardTile } from '@portal/plugin-dashboards-common';
import type { Widget } from '@portal/plugin-widgets-react';
import { FormEvent, useId, useState } from 'react';
import { checkSettings, tileName } from '../../editing';
import { SettingsForm } from '../SettingsForm';
import styles from './BoardEditor.module.css';

const nothing: ReadonlyMap<string, string> = new Map();

/** Asks for the title and the settings of a tile. */
export function TileDialog(props: {
  /** Undefined where no plugin brings it: then only the title can be changed. */
  widget: Widget | undefined;
  /** Undefined for a new one. */
  tile?: DashboardTile;
  isNew?: boolean;
  onApply: (given: Pick<DashboardTile, 'title' | 'settings'>) => void;
  onClose: () => void;
}) {
  const { widget, tile, isNew, onApply, onClose } = props;
  const form = useId();
  const [title, setTitle] = useState(tile?.title ?? '');
  const [settings, setSettings] = useState(tile?.settings ?? {});
  const [problems, setProblems] = useState(nothing);
  const definition = widget?.definition;
  const schema = definition?.settings;
  const name = tileName({ widget: '', ...tile }, definition?.title);
  const others = [...problems].filter(
    ([path]) => !(schema && path.split(/[.[]/)[0] in schema.properties),
  );

  const apply = (event: FormEvent) => {
    event.preventDefault();
    // React lets submits of a dialog through to forms around it.
    event.stopPropagation();
    const found = definition ? checkSettings(definition, settings) : nothing;
    setProblems(found);
    if (found.size === 0) {
      onApply({
        ...(title.trim() && { title: title.trim() }),
        ...(Object.keys(settings).length > 0 && { settings }),
      });
    }
  };

  return (
    <Dialog
      isOpen
      onOpenChange={isOpen => !isOpen && onClose()}
      width="min(40rem, 100%)"
    >
      <DialogHeader>{isNew ? `Add: ${name}` : name}</DialogHeader>
      <DialogBody>
        <form id={form} className={styles.form} noValidate onSubmit={apply}>
          {definition && (
            <p className={styles.note}>{definition.description}</p>
          )}
          {problems.size > 0 && (
            <Alert
              role="alert"
              status="danger"
              icon
              title="Some settings need another look"
              description={
                others.length > 0
                  ? others.map(([path, cure]) => `${path}: ${cure}`).join(' ')
                  : undefined
              }
            />
          )}
          <TextField
            label="Title of the tile"
            placeholder={definition?.title}
            maxLength={80}
            value={title}
            onChange={setTitle}
          />
          {schema && (
            <SettingsForm
              schema={schema}
              values={settings}
              problems={problems}
              onChange={setSettings}
            />
          )}
        </form>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          Cancel
        </Button>
        <Button type="submit" form={form}>
          {isNew ? 'Add' : 'Apply'}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
