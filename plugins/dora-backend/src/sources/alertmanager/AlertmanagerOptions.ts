/**
 * What may be told the Alertmanager parser. Labels are looked up among the labels of an alert, then among its annotations.
 *
 * @internal
 */
export type AlertmanagerOptions = {
  /**
   * Which alerts are incidents: those that have all labels of one of these; `*` stands for any characters. Default:
   * `severity` is `critical`.
   */
  incidents?: readonly Readonly<Record<string, string>>[];
  /**
   * Labels that name the component, by an entity reference or its bare name, the most certain one first. Default:
   * `backstage_entity_ref`, `component`, `service`.
   */
  entityLabels?: readonly string[];
  /** Labels whose value is that of an annotation of the component. They are believed before a name. Default: none. */
  annotationLabels?: readonly { annotation: string; label: string }[];
  /** Labels that name the environment, the first one that is there. Default: `environment`, `env`. */
  environmentLabels?: readonly string[];
};
