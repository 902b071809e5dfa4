import { parseEntityRef } from '@backstage/catalog-model';
import { Checkbox, CheckboxGroup, Select, TextField } from '@backstage/ui';
import {
  dashboardPeriods,
  type DashboardPeriod,
} from '@portal/plugin-dashboards-common';
import { longestTitle } from '../../board';
import type { Draft } from '../../editing';
import { useEnvironments } from '../../hooks';
import styles from './BoardEditor.module.css';

/** What a board says besides its tiles. */
export function BoardFields(props: {
  draft: Draft;
  onChange: (part: Partial<Draft>) => void;
}) {
  const { draft, onChange } = props;
  const { title, description, spec } = draft;
  const { environments = [], period } = spec;
  const known = useEnvironments();
  const choices = [
    ...known,
    // What the catalog no longer has can still be taken away.
    ...environments
      .filter(ref => !known.some(({ entityRef }) => entityRef === ref))
      .map(entityRef => ({ entityRef, name: parseEntityRef(entityRef).name })),
  ];
  return (
    <section className={styles.fields} aria-label="The board">
      <TextField
        label="Title"
        isRequired
        maxLength={longestTitle}
        value={title}
        onChange={next => onChange({ title: next })}
      />
      <TextField
        label="Description"
        maxLength={500}
        value={description}
        onChange={next => onChange({ description: next })}
      />
      <Select
        label="Period"
        options={dashboardPeriods.map(id => ({
          id,
          label: `${Number.parseInt(id, 10)} days`,
        }))}
        value={period ?? '28d'}
        onChange={key =>
          onChange({ spec: { ...spec, period: key as DashboardPeriod } })
        }
      />
      {choices.length > 0 && (
        <CheckboxGroup
          className={styles.environments}
          label="Environments"
          orientation="horizontal"
          value={environments}
          onChange={chosen =>
            onChange({
              spec: {
                ...spec,
                environments: choices
                  .map(({ entityRef }) => entityRef)
                  .filter(ref => chosen.includes(ref)),
              },
            })
          }
        >
          {choices.map(({ entityRef, name }) => (
            <Checkbox key={entityRef} value={entityRef}>
              {name}
            </Checkbox>
          ))}
        </CheckboxGroup>
      )}
    </section>
  );
}
