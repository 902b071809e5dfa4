import type { QuickCheckPeers } from './quickCheckPeer';
import { industry2024, organizationSize2024 } from './quickCheckPeers2024';
import { industry2025, organizationSize2025 } from './quickCheckPeers2025';

/** @public */
export const quickCheckEditions = [2024, 2025] as const;

/** @public */
export type QuickCheckEdition = (typeof quickCheckEditions)[number];

/** @public */
export const quickCheckProperties = ['industry', 'organizationSize'] as const;

/** @public */
export type QuickCheckProperty = (typeof quickCheckProperties)[number];

/**
 * Where the peers' figures come from, and under which licence.
 *
 * @public
 */
export const quickCheckSource = {
  title: 'DORA Quick Check',
  url: 'https://dora.dev/quickcheck/',
  repository: 'https://github.com/dora-team/dora.dev',
  licence: 'CC BY 4.0',
} as const;

/**
 * What others answered, by edition, and by industry or size of their organisation.
 *
 * @public
 */
export const quickCheckPeers: Readonly<
  Record<
    QuickCheckEdition,
    Readonly<Record<QuickCheckProperty, QuickCheckPeers>>
  >
> = {
  2024: { industry: industry2024, organizationSize: organizationSize2024 },
  2025: { industry: industry2025, organizationSize: organizationSize2025 },
};
