import { Section } from '@portal/plugin-metrics-react';
import type { ComponentProps } from 'react';
import { costSubject } from '../../words';

type SectionProps<T> = ComponentProps<typeof Section<T>>;

/** A part of a page of cost. */
export function CostSection<T>(
  props: Omit<SectionProps<T>, 'subject' | 'permission'> &
    Partial<Pick<SectionProps<T>, 'subject' | 'permission'>>,
) {
  const {
    subject = costSubject.subject,
    permission = costSubject.permission,
    ...rest
  } = props;
  return <Section {...rest} subject={subject} permission={permission} />;
}
