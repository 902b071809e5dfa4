import { cleanText, cleanTexts } from './cleanText';
import type { ParsedFinding } from './ReportSink';

// Advisories of distributions speak of several vulnerabilities at once, so they are the name of none.
const adviceOfMany =
  /^(?:DSA|DLA|USN|RHSA|RHBA|RHEA|ELSA|ALAS|ALSA|RLSA|RXSA|SUSE|openSUSE|FEDORA|GLSA|MGASA|OESA|AZL|CBLM)[-\d]/i;
const web = /^https?:\/\/[^\s<>"]+$/i;

/** A finding as it may be stored; absent where nothing names it. */
export function cleanFinding(
  finding: ParsedFinding,
): ParsedFinding | undefined {
  const name = cleanText(finding.name, 300);
  if (!name) {
    return undefined;
  }
  const clean: ParsedFinding = {
    ...finding,
    name,
    title: cleanText(firstLine(finding.title), 300) ?? name,
    description: cleanText(finding.description, 8000),
    path: cleanText(finding.path, 1000),
    fingerprint: cleanText(finding.fingerprint, 200),
    line:
      Number.isInteger(finding.line) &&
      finding.line! > 0 &&
      finding.line! < 2 ** 31
        ? finding.line
        : undefined,
    severitySource: cleanText(finding.severitySource, 60),
    cvssScore: within(finding.cvssScore, 10),
    epss: within(finding.epss, 1),
    aliases: cleanTexts(finding.aliases, 50, 200).filter(
      alias => !adviceOfMany.test(alias),
    ),
    cvssVectors: cleanTexts(finding.cvssVectors, 5, 300),
    cwes: cleanTexts(finding.cwes, 20, 20),
    links: cleanTexts(finding.links, 30, 1000).filter(link => web.test(link)),
    suppressed: finding.suppressed && {
      reason:
        cleanText(finding.suppressed.reason, 1000) ?? 'the report says so',
    },
  };
  if (finding.package) {
    const packageName = cleanText(finding.package.name, 500);
    clean.package = packageName
      ? {
          ...finding.package,
          name: packageName,
          type: cleanText(finding.package.type, 60),
          version: cleanText(finding.package.version, 200),
          purl: cleanText(finding.package.purl, 1000),
          fixVersions: cleanTexts(finding.package.fixVersions, 20, 200),
        }
      : undefined;
  }
  return clean;
}

function firstLine(text: unknown): unknown {
  return typeof text === 'string' ? text.trimStart().split('\n', 1)[0] : text;
}

function within(value: unknown, most: number): number | undefined {
  return typeof value === 'number' && value >= 0 && value <= most
    ? value
    : undefined;
}
