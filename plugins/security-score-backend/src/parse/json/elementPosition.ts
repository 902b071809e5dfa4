import type { ElementPath } from '../ReportReader';

/** Where an element is, for people: `Results[0].Vulnerabilities[12]`. */
export function elementPosition({ stream, indices }: ElementPath): string {
  let used = 0;
  const path = stream.replaceAll('[*]', () => {
    const index = indices[used];
    used += 1;
    return `[${index}]`;
  });
  return indices
    .slice(used)
    .reduce((position, index) => `${position}[${index}]`, path);
}
