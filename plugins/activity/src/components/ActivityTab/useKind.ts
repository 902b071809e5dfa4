import { useSearchParams } from 'react-router-dom';
import {
  activityKinds,
  type ActivityKind,
} from '@portal/plugin-activity-common';

/** The kind that is chosen, in the address, so that a link shows the same. */
export function useKind(): [
  kind: ActivityKind | undefined,
  setKind: (kind: ActivityKind | undefined) => void,
] {
  const [query, setQuery] = useSearchParams();
  const kind = activityKinds.find(each => each === query.get('kind'));
  const setKind = (chosen: ActivityKind | undefined) =>
    setQuery(
      current => {
        const next = new URLSearchParams(current);
        if (chosen) {
          next.set('kind', chosen);
        } else {
          next.delete('kind');
        }
        return next;
      },
      { replace: true },
    );
  return [kind, setKind];
}
