import { useNavigate } from 'react-router-dom';
import { useEntityList } from '@backstage/plugin-catalog-react';
import { isTemplateEntityV1beta3 } from '@backstage/plugin-scaffolder-common';
import { TemplateGroup } from '@backstage/plugin-scaffolder-react/alpha';
import { RiFileTextLine } from '@remixicon/react';
import { Select, Skeleton } from '@backstage/ui';
import { LoadFailure } from '@portal/plugin-metrics-react';
import { useAllTemplateStatistics } from '../../hooks/useTemplateStatistics';
import { templateOrders, orderTemplates } from './orderTemplates';
import { templatesSubject } from '../../words';
import { docsOf } from './docsOf';
import styles from './TemplateList.module.css';
import { useTemplateOrder } from './useTemplateOrder';

const words = {
  popularity: 'Most used',
  name: 'Name',
  success: 'Success rate',
  duration: 'Median time',
} as const;

const DocsIcon = () => <RiFileTextLine size={16} />;

/** The templates that the filters leave, in the order that the reader chose. */
export function OrderedTemplates() {
  const { entities, error, loading } = useEntityList();
  const statistics = useAllTemplateStatistics();
  const [order, choose] = useTemplateOrder();
  const navigate = useNavigate();
  if (error) {
    return (
      <LoadFailure
        {...templatesSubject}
        error={error}
        onRetry={() => window.location.reload()}
      />
    );
  }
  // What is not known yet would make cards jump.
  if (loading || statistics.state === 'loading') {
    return <Skeleton width="100%" height={240} />;
  }
  const templates = entities.filter(isTemplateEntityV1beta3);
  const known =
    statistics.state === 'ready' ? statistics.value.items : undefined;
  return (
    <>
      <div className={styles.order}>
        <Select
          label="Order"
          size="small"
          options={templateOrders.map(id => ({ id, label: words[id] }))}
          value={order}
          onChange={key =>
            choose(templateOrders.find(id => id === key) ?? 'popularity')
          }
        />
      </div>
      {!known && order !== 'name' && (
        <p className={styles.note}>
          How templates do can't be shown right now, so they are by name.
        </p>
      )}
      {templates.length === 0 ? (
        <p className={styles.note}>
          No template fits these filters. Remove one, or register a template.
        </p>
      ) : (
        <TemplateGroup
          title="Templates"
          templates={orderTemplates(templates, known ?? [], order).map(
            template => ({
              template,
              additionalLinks: docsOf(template).map(link => ({
                ...link,
                icon: DocsIcon,
              })),
            }),
          )}
          onSelected={({ metadata }) =>
            navigate(`${metadata.namespace ?? 'default'}/${metadata.name}`)
          }
        />
      )}
    </>
  );
}
