import { CopyTextButton } from '@backstage/core-components';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { Text } from '@backstage/ui';
import { installCommand } from '../../types/installCommand';
import { readText, readTexts } from '../../types/readSpec';
import { FactList } from '../FactList';
import styles from './LibraryCard.module.css';

/** What a developer wants to know of a library: how to get it, and which versions to be on. */
export function LibraryCard() {
  const { entity } = useEntity();
  const packageName = readText(entity, 'packageName');
  const version = readText(entity, 'latestVersion');
  const supported = readTexts(entity, 'supportedVersions');
  const command = installCommand({
    ecosystem: readText(entity, 'ecosystem'),
    packageName,
    version,
  });

  return (
    <EntityInfoCard title="Use this library">
      {command ? (
        <div className={styles.command}>
          <code className={styles.code}>{command}</code>
          <CopyTextButton
            text={command}
            tooltipText="Copied"
            aria-label="Copy the command"
          />
        </div>
      ) : (
        <Text as="p" color="secondary" className={styles.hint}>
          Add <code>spec.ecosystem</code> to its catalog file (npm, maven, pypi,
          nuget, go, cargo or rubygems), and the way to install it is shown
          here.
        </Text>
      )}
      <FactList
        facts={[
          { name: 'Package', value: packageName },
          { name: 'Language', value: readText(entity, 'language') },
          { name: 'Newest version', value: version },
          {
            name: 'Versions with fixes',
            value: supported.length > 0 ? supported.join(', ') : undefined,
          },
        ]}
      />
    </EntityInfoCard>
  );
}
