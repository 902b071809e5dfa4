import { RELATION_OWNED_BY } from '@backstage/catalog-model';
import { MarkdownContent } from '@backstage/core-components';
import { FavoriteEntity } from '@backstage/plugin-catalog-react';
import { usePermission } from '@backstage/plugin-permission-react';
import { taskCreatePermission } from '@backstage/plugin-scaffolder-common/alpha';
import type { TemplateCardComponentProps } from '@backstage/plugin-scaffolder-react/alpha';
import { Button, Card, Link, Text } from '@backstage/ui';
import { EntityLink } from '@portal/plugin-metrics-react';
import styles from './TemplateCard.module.css';
import { TemplateFigures } from './TemplateFigures';

/** A template in the scaffolder's list, with how it does. */
export function PortalTemplateCard(props: TemplateCardComponentProps) {
  const { additionalLinks = [], onSelected, template } = props;
  const { metadata, relations, spec } = template;
  const title = metadata.title ?? metadata.name;
  const owner = relations?.find(({ type }) => type === RELATION_OWNED_BY);
  const { allowed } = usePermission({ permission: taskCreatePermission });
  const links = [
    ...additionalLinks.map(({ text, url }) => ({ text, url })),
    ...(metadata.links ?? []).map(link => ({
      text: link.title ?? link.url,
      url: link.url,
    })),
  ];
  return (
    <Card className={styles.card} aria-label={title}>
      <div className={styles.head}>
        <div>
          <p className={styles.type}>{spec.type}</p>
          <Text as="h3" variant="title-x-small" className={styles.title}>
            <bdi>{title}</bdi>
          </Text>
        </div>
        <FavoriteEntity entity={template} />
      </div>
      <div className={styles.description}>
        <MarkdownContent content={metadata.description ?? 'No description'} />
      </div>
      {metadata.tags && metadata.tags.length > 0 && (
        <ul className={styles.tags} aria-label="Tags">
          {metadata.tags.map(tag => (
            <li key={tag} className={styles.tag}>
              {tag}
            </li>
          ))}
        </ul>
      )}
      <TemplateFigures template={template} />
      {links.length > 0 && (
        <div className={styles.links}>
          {links.map(({ text, url }) => (
            <Link key={url} href={url}>
              {text}
            </Link>
          ))}
        </div>
      )}
      <div className={styles.foot}>
        <span className={styles.owner}>
          {owner && <EntityLink entityRef={owner.targetRef} />}
        </span>
        {allowed && (
          <Button
            size="small"
            variant="secondary"
            aria-label={`Choose ${title}`}
            onPress={() => onSelected?.()}
          >
            Choose
          </Button>
        )}
      </div>
    </Card>
  );
}
