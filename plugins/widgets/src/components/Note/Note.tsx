import { MarkdownContent } from '@backstage/core-components';
import type { WidgetProps } from '@portal/plugin-widgets-react';

/** Text of the board's own, in Markdown. HTML in it is shown as text. */
export function Note({ settings }: WidgetProps) {
  return <MarkdownContent content={String(settings.text ?? '')} />;
}
