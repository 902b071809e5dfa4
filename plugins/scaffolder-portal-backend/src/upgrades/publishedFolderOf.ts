import { ConflictError } from '@backstage/errors';
import type { TemplateEntityV1beta3 } from '@backstage/plugin-scaffolder-common';

const publishActions = ['portal:git:publish', 'publish:github'];

/**
 * The folder of the workspace that becomes the repository: `.` unless the template says another one. Fails where it is only known while
 * the template runs, or where it publishes more than one. A template may publish it here or there, as who fills in the form chooses.
 */
export function publishedFolderOf(template: TemplateEntityV1beta3): string {
  const folders = new Set(
    template.spec.steps
      .filter(({ action }) => publishActions.includes(action))
      .map(({ input }) => input?.sourcePath ?? '.'),
  );
  const [folder] = folders;
  if (
    folders.size !== 1 ||
    typeof folder !== 'string' ||
    folder.includes('${{')
  ) {
    throw new ConflictError(
      `The template ${template.metadata.name} does not publish exactly one folder that is known before it runs, so it can't be followed`,
    );
  }
  return folder;
}
