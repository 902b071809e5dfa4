import { useState } from 'react';
import { Button, Select } from '@backstage/ui';
import type { Hierarchy, NodeContext } from '@portal/plugin-executive-common';
import { DayField } from './DayField';
import { daysBefore } from './days';
import view from './frame.module.css';
import { NodePicker } from './NodePicker';
import { useNodeQuery } from './useNodeQuery';

const hierarchies: Array<{ id: Hierarchy; label: string }> = [
  { id: 'organisation', label: 'By organisation' },
  { id: 'domains', label: 'By domain' },
];
const usual = '28';
const other = 'other';
const comparisons = [
  { id: usual, label: '28 days before', days: 28 },
  { id: '91', label: '13 weeks before', days: 91 },
  { id: '364', label: 'A year before', days: 364 },
];

/** Which part, cut how, of which day, compared with which. */
export function Controls({ context }: { context: NodeContext }) {
  const { query, change } = useNodeQuery();
  const { day } = context;
  const chosen = comparisons.find(({ days }) =>
    query.compare
      ? query.compare === daysBefore(day, days)
      : days === Number(usual),
  );
  const [isOther, setOther] = useState(false);
  const today = new Date().toISOString().slice(0, 10);
  return (
    <>
      <NodePicker
        node={context.node}
        hierarchy={context.hierarchy}
        onChoose={({ ref }) => change({ node: ref })}
      />
      <div className={view.select}>
        <Select
          label="Cut"
          options={hierarchies}
          value={context.hierarchy}
          onChange={key =>
            change({
              hierarchy: hierarchies.find(({ id }) => id === key)?.id,
              node: undefined,
            })
          }
        />
      </div>
      <DayField
        label="Day"
        day={day}
        max={today}
        onApply={next =>
          change({
            day: next === today ? undefined : next,
            // As far back as before; a day of its own may be later than the new one.
            compare:
              chosen && chosen.id !== usual
                ? daysBefore(next, chosen.days)
                : undefined,
          })
        }
      />
      {query.day ? (
        <Button
          variant="tertiary"
          onPress={() => change({ day: undefined, compare: undefined })}
        >
          Newest day
        </Button>
      ) : undefined}
      <div className={view.select}>
        <Select
          label="Compared with"
          options={[...comparisons, { id: other, label: 'Another day' }]}
          value={isOther ? other : chosen?.id ?? other}
          onChange={key => {
            const found = comparisons.find(({ id }) => id === key);
            setOther(!found);
            if (found) {
              change({
                compare:
                  found.id === usual ? undefined : daysBefore(day, found.days),
              });
            }
          }}
        />
      </div>
      {isOther || !chosen ? (
        <DayField
          label="Day compared with"
          day={query.compare ?? context.compareDay ?? daysBefore(day, 28)}
          max={daysBefore(day, 1)}
          onApply={compare => change({ compare })}
        />
      ) : undefined}
      <div className={view.select}>
        <Select
          label="Whose past"
          options={[
            { id: 'then', label: 'Who belonged then' },
            { id: 'today', label: 'Who belongs today' },
          ]}
          value={context.asOf ?? 'then'}
          onChange={key =>
            change({ asOf: key === 'today' ? 'today' : undefined })
          }
        />
      </div>
    </>
  );
}
