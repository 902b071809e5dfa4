/**
 * Families of machines and disks that have a cheaper successor of the same size.
 *
 * @public
 */
export type OldFamily = {
  /** Found in what a line says of its machine. */
  pattern: RegExp;
  successor: string;
  /** What the successor costs less, as a share. */
  saving: string;
};

/**
 * From public list prices on demand, Linux, us-east-1 and us-central1, of machines of the same size. Savings are rounded down.
 *
 * @public
 */
export const oldFamilies: readonly OldFamily[] = [
  { pattern: /\bt2\.\w+/i, successor: 't3', saving: '0.10' },
  { pattern: /\bm3\.\w+/i, successor: 'm5', saving: '0.27' },
  { pattern: /\bm4\.\w+/i, successor: 'm5', saving: '0.04' },
  { pattern: /\bc3\.\w+/i, successor: 'c5', saving: '0.19' },
  { pattern: /\bc4\.\w+/i, successor: 'c5', saving: '0.14' },
  { pattern: /\br3\.\w+/i, successor: 'r5', saving: '0.24' },
  { pattern: /\br4\.\w+/i, successor: 'r5', saving: '0.05' },
  { pattern: /\bgp2\b/i, successor: 'gp3', saving: '0.20' },
  { pattern: /\bn1-standard\b/i, successor: 'n2d-standard', saving: '0.11' },
];
