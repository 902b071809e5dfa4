import { Alert } from '@backstage/ui';
import type { TemplatePreview } from '@portal/plugin-scaffolder-portal-common';
import { FilePanes } from './FilePanes';
import styles from './FilesPreview.module.css';

/** What came of a preview. */
export function PreviewResult({ preview }: { preview: TemplatePreview }) {
  const { failure, files, moreFiles, problems, skippedSteps, state } = preview;
  if (state === 'incomplete') {
    return (
      <>
        <p className={styles.note}>
          The files are shown once the form is filled in. Still to do:
        </p>
        <ul className={styles.missing}>
          {problems.map(({ path, message }) => (
            <li key={`${path} ${message}`}>
              {path && `${path}: `}
              {message}
            </li>
          ))}
        </ul>
      </>
    );
  }
  if (state === 'failed') {
    return (
      <Alert
        role="alert"
        status="danger"
        icon
        title={
          failure?.stepName
            ? `The step “${failure.stepName}” fails with these values`
            : 'The template fails with these values'
        }
        description={failure?.message}
      />
    );
  }
  return (
    <>
      <p className={styles.note} role="status">
        {files.length + moreFiles}{' '}
        {files.length + moreFiles === 1 ? 'file' : 'files'} would be written.
        Nothing is made yet.
        {moreFiles > 0 && ` The first ${files.length} are shown.`}
      </p>
      {files.length > 0 && <FilePanes files={files} />}
      {skippedSteps.length > 0 && (
        <p className={styles.note}>
          Not part of the preview:{' '}
          {skippedSteps.map(({ name }) => name).join(', ')}.
        </p>
      )}
    </>
  );
}
