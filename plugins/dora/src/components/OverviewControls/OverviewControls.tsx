import { Select, ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import {
  overviewWindows,
  type OverviewWindow,
} from '@portal/plugin-dora-common';
import type { SelectionOfPage } from '../../selection';
import { EditionSelect } from './EditionSelect';
import { EnvironmentSelect } from './EnvironmentSelect';
import styles from './OverviewControls.module.css';

const now = 'now';
const atItsTime = 'then';

/** Chooses one of the windows for which services are compared. */
export function WindowPicker(props: {
  days: OverviewWindow;
  onSelect: (days: OverviewWindow) => void;
}) {
  const { days, onSelect } = props;
  return (
    <ToggleButtonGroup
      aria-label="Period"
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[String(days)]}
      onSelectionChange={keys => {
        const chosen = overviewWindows.find(each => keys.has(String(each)));
        if (chosen) {
          onSelect(chosen);
        }
      }}
    >
      {overviewWindows.map(each => (
        <ToggleButton key={each} id={String(each)}>
          {`${each} days`}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}

/** What is counted for whom, and by whose tiers. */
export function OverviewControls(
  props: SelectionOfPage & { environments: readonly string[] },
) {
  const { selection, change, environments } = props;
  return (
    <>
      <EnvironmentSelect
        environment={selection.environment}
        environments={environments}
        onSelect={environment => change({ environment })}
      />
      <EditionSelect
        edition={selection.edition}
        onSelect={edition => change({ edition })}
      />
      <div className={styles.wideSelect}>
        <Select
          label="The past of a service counts"
          options={[
            { id: atItsTime, label: 'where it belonged at the time' },
            { id: now, label: 'where it belongs today' },
          ]}
          value={selection.asOf ?? atItsTime}
          onChange={key => change({ asOf: key === now ? now : undefined })}
        />
      </div>
    </>
  );
}
