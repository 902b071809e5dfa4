import type { PreviewFile } from '@portal/plugin-scaffolder-portal-common';
import { answerLimits } from './PreviewLimits';

/** The files of a dry run as a preview shows them: by path, with their text where there is one and room for it. */
export function toPreviewFiles(
  contents: ReadonlyArray<{
    path: string;
    base64Content: string;
    executable?: boolean;
  }>,
): { files: PreviewFile[]; moreFiles: number } {
  const sorted = [...contents].sort((one, other) =>
    one.path < other.path ? -1 : 1,
  );
  let room = answerLimits.bytes;
  const files = sorted
    .slice(0, answerLimits.files)
    .map(({ path, base64Content, executable }): PreviewFile => {
      const content = Buffer.from(base64Content, 'base64');
      const file = {
        path,
        size: content.length,
        ...(executable && { executable }),
      };
      const text = textOf(content);
      if (text === undefined) {
        return { ...file, omitted: 'binary' };
      }
      if (content.length > Math.min(room, answerLimits.fileBytes)) {
        return { ...file, omitted: 'too-large' };
      }
      room -= content.length;
      return { ...file, text };
    });
  return { files, moreFiles: sorted.length - files.length };
}

function textOf(content: Buffer): string | undefined {
  if (content.includes(0)) {
    return undefined;
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    return undefined;
  }
}
