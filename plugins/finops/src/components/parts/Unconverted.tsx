import type { UnconvertedAmount } from '@portal/plugin-finops-common';
import { spellAmounts } from '../../words';

/** Says what figures leave out for want of an exchange rate; nothing where they are complete. */
export function Unconverted(props: {
  amounts: readonly UnconvertedAmount[] | undefined;
  /** The same of the time that is compared with. */
  before?: readonly UnconvertedAmount[];
  /** What the figures are in. */
  currency: string;
  className?: string;
}) {
  const { amounts = [], before = [], currency, className } = props;
  const words = [
    spellAmounts(amounts),
    before.length > 0 ? `${spellAmounts(before)} of the time before` : '',
  ].filter(Boolean);
  return words.length > 0 ? (
    <p className={className}>
      Not complete: without {words.join(' and ')}, as there is no exchange rate
      to {currency}
    </p>
  ) : null;
}
