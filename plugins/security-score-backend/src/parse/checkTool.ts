import { InputError } from '@backstage/errors';
import type { ReportFormat } from '@portal/plugin-security-score-common';
import { toolName } from './toolName';

/**
 * Holds what the sender says a report is of against what it says itself, and answers the scanner. Nothing is guessed: who sends
 * another report than they say is told so.
 */
export function checkTool(
  claimed: string | undefined,
  format: ReportFormat,
  told: string | undefined,
): string {
  const byFormat = format.replace(/-(?:json|xml|report|alerts)$/, '');
  const tool = claimed && claimed !== 'auto' ? toolName(claimed) : undefined;
  if (!tool) {
    return told ?? byFormat;
  }
  const isFormat =
    tool === format || isPart(tool, byFormat) || tool === byFormat;
  if (told === undefined) {
    if (!isFormat && !isGeneral(format, tool)) {
      throw contradiction(tool, format, byFormat);
    }
    return isFormat ? byFormat : tool;
  }
  if (isFormat || isPart(tool, told) || isPart(told, tool)) {
    return told;
  }
  throw contradiction(tool, format, told);
}

function isPart(name: string, whole: string): boolean {
  return whole === name || whole.startsWith(`${name}-`);
}

/** Formats of no scanner in particular. The first form of npm audit is also what pnpm and Yarn 2 and 3 write. */
function isGeneral(format: ReportFormat, tool: string): boolean {
  return (
    /^(?:sarif|cyclonedx|spdx|gitlab|openvex)/.test(format) ||
    (format === 'npm-audit-json' && /^(?:pnpm|yarn)/.test(tool))
  );
}

function contradiction(
  tool: string,
  format: ReportFormat,
  told: string,
): InputError {
  return new InputError(
    `The report was sent as one of ${tool}, and its content is ${format} of ${told}: leave out "tool", or send the report that is meant`,
  );
}
