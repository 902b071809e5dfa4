import { Select } from '@backstage/ui';
import {
  activityKinds,
  type ActivityKind,
} from '@portal/plugin-activity-common';
import { kindWords } from '../../words';

const all = 'all';

/** Chooses one kind of activity, or all. */
export function KindSelect(props: {
  kind: ActivityKind | undefined;
  onSelect: (kind: ActivityKind | undefined) => void;
}) {
  const { kind, onSelect } = props;
  return (
    <Select
      label="Kind"
      options={[
        { id: all, label: 'Everything' },
        ...activityKinds.map(id => ({ id, label: kindWords[id].many })),
      ]}
      value={kind ?? all}
      onChange={key => onSelect(activityKinds.find(id => id === key))}
    />
  );
}
