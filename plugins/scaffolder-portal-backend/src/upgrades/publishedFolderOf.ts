import { ConflictError } from '@backstage/errors';
import type { TemplateEntityV1beta3 } from '@backstage/plugin-scaffolder-common';

/**
 * The folder of the workspace that becomes the repository: `.` unless the template says another one. Fails where it is only known while
 * the template runs, or where it publishes more than one.
 */
export function publishedFolderOf(template: TemplateEntityV1beta3): string {
  const publishing = template.spec.steps.filter(
    ({ action }) => action === 'portal:git:publish',
  );
  const folder = publishing[0]?.input?.sourcePath ?? '.';
  if (
    publishing.length !== 1 ||
    typeof folder !== 'string' ||
    folder.includes('${{')
  ) {
    throw new ConflictError(
      `The template ${template.metadata.name} does not publish exactly one folder that is known before it runs, so it can't be followed`,
    );
  }
  return folder;
}
