import { fromVector } from 'ae-cvss-calculator';
import { severityOfScore } from '../severity/severity';
import type { Severity } from '../findings/Finding';

/**
 * What a CVSS vector says.
 *
 * @public
 */
export type CvssReading = {
  version: '2.0' | '3.0' | '3.1' | '4.0';
  /** 0 to 10, of the base metrics, and of threat and environment where the vector has them. */
  score: number;
  severity: Severity;
  /** The vector as it was given, without the parentheses that version 2 may have. */
  vector: string;
};

const longestVector = 400;

/**
 * Computes the score of a vector by the formulas of FIRST for its version. Undefined where it is no vector, or lacks a
 * metric of the base.
 *
 * @public
 */
export function readCvss(text: unknown): CvssReading | undefined {
  if (typeof text !== 'string' || text.length > longestVector) {
    return undefined;
  }
  const vector = text.trim().replace(/^\((.*)\)$/, '$1');
  try {
    const parsed = isWellFormed(vector) ? fromVector(vector) : null;
    if (!parsed?.isBaseFullyDefined()) {
      return undefined;
    }
    const { overall: score } = parsed.calculateScores();
    if (!(score >= 0 && score <= 10)) {
      return undefined;
    }
    return {
      version: versionOf(vector),
      score,
      severity: severityOfScore(score),
      vector,
    };
  } catch {
    return undefined;
  }
}

/**
 * The reading to go by among several vectors of one vulnerability: that of the newest version, and of those the highest score.
 *
 * @public
 */
export function bestCvss(vectors: readonly unknown[]): CvssReading | undefined {
  const readings = vectors
    .map(readCvss)
    .filter(reading => reading !== undefined);
  return readings.reduce<CvssReading | undefined>(
    (best, reading) =>
      !best ||
      reading.version > best.version ||
      (reading.version === best.version && reading.score > best.score)
        ? reading
        : best,
    undefined,
  );
}

/** The values of each metric, by version: the calculator warns of others on the console, and takes some. */
const modified3 =
  'MAV:XNALP MAC:XLH MPR:XNLH MUI:XNR MS:XUC MC:XNLH MI:XNLH MA:XNLH';
const metrics3 = `AV:NALP AC:LH PR:NLH UI:NR S:UC C:NLH I:NLH A:NLH E:XUPFH RL:XOTWU RC:XURC CR:XLMH IR:XLMH AR:XLMH ${modified3}`;
const metrics: Record<CvssReading['version'], Map<string, string[]>> = {
  '2.0': readMetrics(
    'AV:LAN AC:HML Au:MSN C:NPC I:NPC A:NPC E:U,POC,F,H,ND RL:OF,TF,W,U,ND RC:UC,UR,C,ND CDP:N,L,LM,MH,H,ND TD:N,L,M,H,ND CR:L,M,H,ND IR:L,M,H,ND AR:L,M,H,ND',
  ),
  '3.0': readMetrics(metrics3),
  '3.1': readMetrics(metrics3),
  '4.0': readMetrics(
    'AV:NALP AC:LH AT:NP PR:NLH UI:NPA VC:HLN VI:HLN VA:HLN SC:HLN SI:HLN SA:HLN E:XAPU CR:XHML IR:XHML AR:XHML MAV:XNALP MAC:XLH MAT:XNP MPR:XNLH MUI:XNPA MVC:XHLN MVI:XHLN MVA:XHLN MSC:XHLN MSI:XSHLN MSA:XSHLN S:XNP AU:XNY R:XAUI V:XDC RE:XLMH U:X,Clear,Green,Amber,Red',
  ),
};

function readMetrics(text: string): Map<string, string[]> {
  return new Map(
    text.split(' ').map(metric => {
      const [name, values] = metric.split(':');
      return [name, values.split(values.includes(',') ? ',' : '')];
    }),
  );
}

function isWellFormed(vector: string): boolean {
  const known = metrics[versionOf(vector)];
  const parts = vector.replace(/^CVSS:(3\.0|3\.1|4\.0)\//, '').split('/');
  const names = new Set<string>();
  return parts.every(part => {
    const [name, value, ...rest] = part.split(':');
    const isNew = !names.has(name);
    names.add(name);
    return isNew && rest.length === 0 && known.get(name)?.includes(value);
  });
}

function versionOf(vector: string): CvssReading['version'] {
  const version = /^CVSS:(3\.0|3\.1|4\.0)\//.exec(vector)?.[1];
  return (version as CvssReading['version'] | undefined) ?? '2.0';
}
