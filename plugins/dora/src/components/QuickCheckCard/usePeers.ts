import {
  peerScores,
  type PeerScores,
  type QuickCheckProperty,
} from '@portal/plugin-dora-common';
import { useParams } from '../../selection';

/** The edition of the Quick Check whose questions are those of today's five metrics. */
export const quickCheckEdition = 2025;

/** A property by which those who took the Quick Check are told apart. */
export type PeerChoice = {
  label: string;
  options: readonly PeerScores[];
  /** The first stands for everybody. */
  chosen: PeerScores;
  choose: (id: string) => void;
};

const properties: {
  property: QuickCheckProperty;
  param: string;
  label: string;
}[] = [
  { property: 'industry', param: 'industry', label: 'Industry' },
  {
    property: 'organizationSize',
    param: 'size',
    label: 'Size of the organisation',
  },
];

/**
 * With whom a service is compared, held by the address. DORA publishes industries and sizes apart, never both together: so
 * with both chosen there are two to compare with, and with none it is everybody.
 */
export function usePeers(): {
  choices: PeerChoice[];
  peers: readonly PeerScores[];
} {
  const { params, change } = useParams();
  const choices = properties.map(({ property, param, label }): PeerChoice => {
    const options = peerScores(quickCheckEdition, property);
    const [everybody] = options;
    return {
      label,
      options,
      chosen: options.find(({ id }) => id === params.get(param)) ?? everybody,
      choose: id =>
        change(
          { [param]: id === everybody.id ? undefined : id },
          { replace: true },
        ),
    };
  });
  const named = choices
    .filter(({ chosen, options }) => chosen !== options[0])
    .map(({ chosen }) => chosen);
  return { choices, peers: named.length > 0 ? named : [choices[0].chosen] };
}
