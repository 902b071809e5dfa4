import { Badge } from '@backstage/ui';
import {
  RiBuilding2Line,
  RiGlobalLine,
  RiLock2Line,
  RiShieldKeyholeLine,
} from '@remixicon/react';
import { sentenceCase } from '../../types/words';

const icons: Record<string, JSX.Element> = {
  public: <RiGlobalLine aria-hidden="true" />,
  internal: <RiBuilding2Line aria-hidden="true" />,
  confidential: <RiLock2Line aria-hidden="true" />,
  restricted: <RiShieldKeyholeLine aria-hidden="true" />,
};

/** Who may see data, as a word with its icon. */
export function ClassificationBadge(props: { classification: string }) {
  const { classification } = props;
  return (
    <Badge icon={icons[classification]}>{sentenceCase(classification)}</Badge>
  );
}
