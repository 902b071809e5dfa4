import {
  bestCvss,
  type CvssReading,
} from '@portal/plugin-security-score-common';
import type { ParsedFinding } from '../parse/ReportSink';

/** Reports repeat a few thousand vectors; what was computed is kept, up to a size. */
const most = 20_000;
const known = new Map<string, CvssReading | undefined>();

/** What the vectors of a finding say. */
export function cvssOf({
  cvssVectors = [],
}: Pick<ParsedFinding, 'cvssVectors'>): CvssReading | undefined {
  if (cvssVectors.length === 0) {
    return undefined;
  }
  const key = cvssVectors.join(' ');
  if (known.has(key)) {
    return known.get(key);
  }
  if (known.size >= most) {
    known.clear();
  }
  const reading = bestCvss(cvssVectors);
  known.set(key, reading);
  return reading;
}
